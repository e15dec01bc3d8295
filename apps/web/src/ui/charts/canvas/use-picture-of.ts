import type { ChartData, ChartOptions, Plugin } from 'chart.js'
import { useCardPicture } from '../card-picture.ts'
import { drawChart, drawLegend, legendHeight, type LegendItem } from './chart-picture.ts'
import type { Palette } from './palette.ts'

type Type = 'bar' | 'line' | 'bubble'
type Config = { type: Type; data: ChartData<Type>; options: ChartOptions<Type> }
type Parts = {
  palette: () => Palette | null
  plugins: () => Plugin[]
  height: () => number
  legend: () => readonly LegendItem[]
}

/** The card can make a picture of this chart, with its legend below. */
export function usePictureOf(config: () => Config | null, parts: Parts): void {
  const { palette, plugins, height, legend } = parts
  useCardPicture({
    heightAt: (width) => {
      const colours = palette()
      return height() + (colours === null ? 0 : legendHeight(legend(), colours, width))
    },
    draw: (context, width) => {
      const colours = palette()
      const shown = config()
      if (colours === null || shown === null) return
      drawChart(context, { ...shown, plugins: plugins() }, { width, height: height() })
      drawLegend(context, legend(), colours, { width, top: height() })
    },
  })
}
