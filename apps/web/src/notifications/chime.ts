const notes = [
  { hertz: 659.25, at: 0 },
  { hertz: 880, at: 0.11 },
] as const
const length = 0.35
const loudness = 0.12

let context: AudioContext | undefined

/** Two short notes. False if the browser lets a page make no sound before its person has touched it. */
export const chime = async () => {
  context ??= new AudioContext()
  if (context.state !== 'running') await Promise.race([context.resume(), aMoment()])
  if (context.state !== 'running') return false
  for (const { hertz, at } of notes) {
    const begins = context.currentTime + at
    const tone = new OscillatorNode(context, { frequency: hertz })
    const swell = new GainNode(context, { gain: 0 })
    swell.gain.setValueAtTime(0, begins)
    swell.gain.linearRampToValueAtTime(loudness, begins + 0.015)
    swell.gain.exponentialRampToValueAtTime(0.0001, begins + length)
    tone.connect(swell).connect(context.destination)
    tone.start(begins)
    tone.stop(begins + length)
  }
  return true
}

// A browser that does not allow it yet never answers.
const aMoment = () => new Promise<void>((resolve) => setTimeout(resolve, 300))
