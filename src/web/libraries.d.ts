// Pages read dates with the domain's own code, whose library has its types there.
import type {} from '../domain/basics/edtf.d.ts'
