/**
 * One sound that can be played. It is fetched when it is first wanted, and only one plays at a time.
 */
import { platform } from "../platform/context";
import type { Sound } from "../platform/platform";

const speeds = [1, 1.5, 2] as const;
let playing: Playback | undefined;

export class Playback {
  at = $state(0);
  on = $state(false);
  failed = $state(false);
  speed = $state<(typeof speeds)[number]>(1);

  #audio: HTMLAudioElement | undefined;
  #sound: Sound | undefined;
  #loading: Promise<HTMLAudioElement | undefined> | undefined;

  constructor(readonly attachment: string) {}

  async toggle(): Promise<void> {
    if (this.on) this.pause();
    else await this.play();
  }

  async play(): Promise<void> {
    const audio = await this.#ready();
    if (!audio) return;
    if (playing && playing !== this) playing.pause();
    playing = this;
    audio.playbackRate = this.speed;
    try {
      await audio.play();
      this.on = true;
    } catch {
      this.failed = true;
    }
  }

  pause(): void {
    this.#audio?.pause();
    this.on = false;
  }

  async jump(at: number, play = false): Promise<void> {
    this.at = at;
    const audio = await this.#ready();
    if (!audio) return;
    audio.currentTime = at;
    if (play) await this.play();
  }

  /** So many seconds on, or back; never beyond either end. */
  skip(seconds: number): void {
    const end = this.#audio?.duration ?? Number.NaN;
    const to = Math.max(0, this.at + seconds);
    void this.jump(Number.isNaN(end) ? to : Math.min(to, end));
  }

  faster(): void {
    this.speed = speeds[(speeds.indexOf(this.speed) + 1) % speeds.length] ?? 1;
    if (this.#audio) this.#audio.playbackRate = this.speed;
  }

  /** Lets go of the sound and its memory. */
  end(): void {
    this.pause();
    this.#sound?.release();
    this.#sound = undefined;
    this.#audio = undefined;
    this.#loading = undefined;
    if (playing === this) playing = undefined;
  }

  #ready(): Promise<HTMLAudioElement | undefined> {
    this.#loading ??= this.#fetch();
    return this.#loading;
  }

  async #fetch(): Promise<HTMLAudioElement | undefined> {
    try {
      this.#sound = await platform().sound(this.attachment);
      const audio = new Audio(this.#sound.url);
      audio.addEventListener("timeupdate", () => {
        this.at = audio.currentTime;
      });
      audio.addEventListener("ended", () => {
        this.on = false;
        this.at = 0;
      });
      this.#audio = audio;
      this.failed = false;
      return audio;
    } catch {
      this.failed = true;
      this.#loading = undefined;
      return undefined;
    }
  }
}
