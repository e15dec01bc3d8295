import type { Browser } from 'playwright'
import { pictureWidth, type Seen } from './take-look.ts'

/** All pictures of one state at one width on one page, drawn by the browser that took them. */
export async function contactSheet(
  browser: Browser,
  seen: readonly Seen[],
  path: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 3000, height: 1000 } })
  await page.setContent(
    `<!doctype html><style>
      html { background: #888 }
      body { display: flex; flex-wrap: wrap; align-items: start; gap: 24px; width: max-content; max-width: 3000px; margin: 0; padding: 24px }
      figure { margin: 0; font: 14px system-ui; color: #fff }
      img { display: block }
      .bad { color: #ffd0d0; outline: 4px solid #c00 }
    </style>`,
  )
  await page.evaluate(
    (figures) => {
      for (const { caption, isBad, width, data } of figures) {
        const figure = document.createElement('figure')
        const image = document.createElement('img')
        const text = document.createElement('figcaption')
        image.src = `data:image/jpeg;base64,${data}`
        image.width = width
        text.textContent = caption
        figure.classList.toggle('bad', isBad)
        figure.append(text, image)
        document.body.append(figure)
      }
    },
    seen.flatMap(({ look, theme, problems, picture }) =>
      picture === null
        ? []
        : [
            {
              caption: `${look.width} px · ${theme} · ${look.language} · ${look.size} teams`,
              isBad: problems.length > 0,
              width: pictureWidth(look.width),
              data: picture,
            },
          ],
    ),
  )
  await page.locator('body').screenshot({ path })
  await page.close()
}
