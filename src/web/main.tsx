import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { Refusal } from './api/client.ts'
import { routes } from './routes.tsx'
import './style/fonts.ts'
import './style/tokens.css'
import './style/base.css'
import './style/layout.css'
import './style/forms.css'
import './style/tables.css'
import './style/standing.css'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // A refusal is an answer: asking again would not change it.
      retry: (count, error) => !(error instanceof Refusal) && count < 2,
    },
  },
})

const root = document.getElementById('root')
if (!root) throw new Error('the page has no element "root"')
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={createBrowserRouter(routes)} />
    </QueryClientProvider>
  </StrictMode>,
)
