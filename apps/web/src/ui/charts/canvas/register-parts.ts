import {
  BarController,
  BarElement,
  BubbleController,
  CategoryScale,
  Chart,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
} from 'chart.js'

/** What our charts are made of; the rest of chart.js is not loaded. */
export function registerParts(): void {
  Chart.register(
    BarController,
    BarElement,
    BubbleController,
    CategoryScale,
    Filler,
    LinearScale,
    LineController,
    LineElement,
    LogarithmicScale,
    PointElement,
  )
}
