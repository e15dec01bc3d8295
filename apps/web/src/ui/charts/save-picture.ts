import type { Drawable } from './card-picture.ts'

type Texts = { heading: string; question: string; about: string; foot: string }

/** The least that is readable on a slide, in CSS pixels; the picture has two pixels for each. */
const leastWidth = 600
const scale = 2
const pad = 24

/** The card as a picture: its words, its chart and its sum, in the theme that is shown. */
export async function pictureOf(card: HTMLElement, chart: Drawable, texts: Texts): Promise<Blob> {
  const width = Math.max(leastWidth, card.clientWidth)
  const style = getComputedStyle(card)
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser draws no pictures')
  const inner = width - 2 * pad
  const lines = [
    ...textLines(texts.heading, font(style, 600, 17), style.color),
    ...textLines(texts.question, font(style, 400, 13), secondInk(card)),
    ...textLines(texts.about, font(style, 400, 12), secondInk(card)),
  ]
  const headHeight = wrapped(context, lines, inner).length * lineHeight
  const chartHeight = chart.heightAt(inner)
  const foot = textLines(texts.foot, font(style, 400, 13), secondInk(card))
  const footHeight = wrapped(context, foot, inner).length * lineHeight
  canvas.width = width * scale
  canvas.height = (2 * pad + headHeight + 16 + chartHeight + 16 + footHeight) * scale
  context.scale(scale, scale)
  context.fillStyle = style.backgroundColor
  context.fillRect(0, 0, width, canvas.height / scale)
  write(context, wrapped(context, lines, inner), pad)
  context.save()
  context.translate(pad, pad + headHeight + 16)
  chart.draw(context, inner)
  context.restore()
  write(context, wrapped(context, foot, inner), pad + headHeight + 32 + chartHeight)
  return await blobOf(canvas)
}

const lineHeight = 22
type Line = { text: string; font: string; colour: string }

function textLines(text: string, fontOfText: string, colour: string): Line[] {
  return text === '' ? [] : [{ text, font: fontOfText, colour }]
}

function font(style: CSSStyleDeclaration, weight: number, size: number): string {
  return `${weight} ${size}px ${style.fontFamily}`
}

function secondInk(card: HTMLElement): string {
  const probe = card.querySelector('.question')
  return getComputedStyle(probe ?? card).color
}

/** A long line is as many lines as it needs. */
function wrapped(context: CanvasRenderingContext2D, lines: readonly Line[], width: number): Line[] {
  return lines.flatMap((line) => {
    context.font = line.font
    const rows = ['']
    for (const word of line.text.split(' ')) {
      const longer = `${rows.at(-1) ?? ''} ${word}`.trim()
      if (context.measureText(longer).width <= width) rows[rows.length - 1] = longer
      else rows.push(word)
    }
    return rows.map((text) => ({ ...line, text }))
  })
}

function write(context: CanvasRenderingContext2D, lines: readonly Line[], top: number): void {
  context.textBaseline = 'top'
  lines.forEach((line, index) => {
    context.font = line.font
    context.fillStyle = line.colour
    context.fillText(line.text, pad, top + index * lineHeight)
  })
}

function blobOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The picture is too large'))
      else resolve(blob)
    }, 'image/png')
  })
}

/** Gives a file to whoever sits at the browser. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  URL.revokeObjectURL(link.href)
}
