/** The few pages that are shown without a session: a heading and a sentence, no script, no name. */
import type { Context } from 'hono'
import { html } from 'hono/html'

export function plainPage(
  c: Context,
  status: 200 | 401 | 404 | 503,
  heading: string,
  sentence: string,
): Response | Promise<Response> {
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${heading} · Demarche</title>
          <style>
            body {
              font:
                1.1rem/1.5 system-ui,
                sans-serif;
              max-width: 36rem;
              margin: 15vh auto;
              padding: 0 1rem;
              color-scheme: light dark;
            }
          </style>
        </head>
        <body>
          <main>
            <h1>${heading}</h1>
            <p>${sentence}</p>
          </main>
        </body>
      </html>`,
    status,
  )
}

export const NEW_LINK =
  'Run “demarche start” in a terminal (in a clone: “npx demarche start”): it shows a new link, also while Demarche is running.'

/**
 * A page that asks for its own address again. A cookie that is kept from other sites does not come with
 * a click in another site's page; it comes with this second request, which is the page's own.
 */
export function onceMore(c: Context): Response | Promise<Response> {
  c.header('Refresh', '0')
  return plainPage(c, 200, 'One moment', 'The page opens at once.')
}
