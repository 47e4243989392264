// Pages read dates with the domain's own code, whose library has its types there.
/// <reference path="../domain/basics/edtf.d.ts" />
