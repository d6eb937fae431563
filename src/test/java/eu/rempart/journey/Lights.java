package eu.rempart.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/** Shows a page in light or dark. */
public final class Lights {

  private static final String COLOURS_ARE_CHANGED =
      """
      () => document.getAnimations().every(
          one => one.playState !== 'running'
              || one.effect?.getComputedTiming().endTime === Infinity)
      """;

  private Lights() {}

  /** Colours fade into each other; neither a picture nor axe should see the half of it. */
  public static void show(Page page, ColorScheme scheme) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    Waits.inside(page, COLOURS_ARE_CHANGED);
  }
}
