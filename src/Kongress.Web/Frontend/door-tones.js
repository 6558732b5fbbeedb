// Three tones that tell yes, look and no apart without a glance at the screen.
const tones = { welcome: [[880, 0.12], [1175, 0.18]], notice: [[587, 0.16], [587, 0.16]], refuse: [[220, 0.35]] };
const key = "kongress-door-muted";
let audio;

export const isMuted = () => localStorage.getItem(key) === "yes";
export const setMuted = muted => localStorage.setItem(key, muted ? "yes" : "no");

export function play(kind) {
  if (isMuted() || !globalThis.AudioContext) return;
  audio ??= new AudioContext();
  let at = audio.currentTime;
  for (const [frequency, seconds] of tones[kind] ?? []) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = frequency;
    volume.gain.setValueAtTime(0.25, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + seconds);
    tone.connect(volume).connect(audio.destination);
    tone.start(at);
    tone.stop(at + seconds);
    at += seconds + 0.04;
  }
  navigator.vibrate?.(kind === "welcome" ? 60 : [120, 60, 120]);
}
