package eu.rempart.shell.light;

/** How well something is, in colour and, for a {@link Light}, in shape. */
public enum Look {
  GOOD("look-good"),
  DOUBT("look-doubt"),
  BAD("look-bad");

  private final String css;

  Look(String css) {
    this.css = css;
  }

  /** Its class in style sheets. */
  public String css() {
    return css;
  }
}
