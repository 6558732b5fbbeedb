import { BarcodeDetector as Reader, prepareZXingModule } from "barcode-detector/ponyfill";

// The same code again within this time is the same badge still in the picture.
const sameBadge = 4000;

/** Reads QR codes from the camera until the page is left; an unreadable picture or a lost camera never ends the loop for good. */
export class Camera {
  constructor(place, onCode) {
    this.place = place;
    this.video = place.querySelector("video");
    this.text = place.querySelector("[data-camera-text]");
    this.onCode = onCode;
  }

  async start() {
    try {
      this.video.srcObject = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1280 } }, audio: false });
    } catch {
      this.place.hidden = false;
      this.text.textContent = "Die Kamera ist nicht erreichbar. Erlauben Sie sie bitte im Browser, oder tippen Sie den Code ein.";
      return false;
    }
    this.place.hidden = false;
    await this.video.play();
    this.reader ??= await this.makeReader();
    navigator.wakeLock?.request("screen").catch(() => {});
    this.read();
    return true;
  }

  async makeReader() {
    if (globalThis.BarcodeDetector && (await globalThis.BarcodeDetector.getSupportedFormats()).includes("qr_code")) {
      return new globalThis.BarcodeDetector({ formats: ["qr_code"] });
    }
    prepareZXingModule({ overrides: { locateFile: () => new URL("./zxing_reader.wasm", import.meta.url).href } });
    return new Reader({ formats: ["qr_code"] });
  }

  async read() {
    try {
      if (this.video.readyState >= 2) {
        const [found] = await this.reader.detect(this.video);
        if (found) this.see(found.rawValue);
      }
    } catch {
      // One bad picture; the next one follows.
    }
    setTimeout(() => this.read(), 120);
  }

  see(code) {
    const now = performance.now();
    const isSame = code === this.last && now - this.lastAt < sameBadge;
    this.last = code;
    this.lastAt = now;
    if (!isSame) this.onCode(code);
  }
}
