package eu.rempart.shell.part;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The initials of a person or company on one of eight tones. The same name has the same tone
 * everywhere; every tone keeps a contrast of at least 4.5 to its text in both schemes.
 */
@JsModule("./components/lazy-picture.ts")
public final class Avatar extends Span {

  private static final long serialVersionUID = 1L;
  private static final int TONES = 8;

  /** As in names of companies of this part of the world, in upper case, without dots. */
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "AB", "AG", "AS", "BV", "BVBA", "CO", "CORP", "EI", "EURL", "EV", "GBR", "GMBH", "INC",
          "KFT", "KG", "KGAA", "LLC", "LLP", "LTD", "NV", "OHG", "OY", "PLC", "SA", "SARL", "SAS",
          "SASU", "SCI", "SE", "SL", "SNC", "SPA", "SPRL", "SRL", "UG", "ZOO");

  /** Shapes: people are round, companies are square. */
  public enum Shape {
    PERSON,
    COMPANY
  }

  /**
   * Draws a name.
   *
   * @param name as shown beside the avatar, which is why screen readers skip it; may be empty
   */
  public Avatar(String name, Shape shape) {
    super(initials(name, shape));
    addClassNames(cssClasses(name, shape).split(" "));
    getElement().setAttribute("aria-hidden", "true");
  }

  /**
   * Lays the record's picture over the initials, once the browser has it.
   *
   * @param path where it is asked for, as in {@code lazy-picture.ts}; empty for none
   */
  public Avatar withPicture(String path) {
    if (!path.isEmpty()) {
      getElement().appendChild(new Element("lazy-picture").setAttribute("of", path));
    }
    return this;
  }

  /** Draws the initials by a style: as text they would be a label that its button is not called. */
  void drawInitials() {
    getElement().setAttribute("data-initials", getText());
    getElement().removeChild(getElement().getChildren().filter(Element::isTextNode).toList());
  }

  /** The classes of an avatar, for templates. */
  public static String cssClasses(String name, Shape shape) {
    return "avatar avatar-%s tone-%d".formatted(shape.name().toLowerCase(Locale.ROOT), tone(name));
  }

  /**
   * First letters of the first and the last word that has any, in upper case; a dot if there is
   * none. Legal forms of companies are no words: "Müller &amp; Söhne GmbH" is MS.
   */
  public static String initials(String name, Shape shape) {
    List<String> words =
        Arrays.stream(name.strip().split("[\\s\\-]+"))
            .filter(word -> !letter(word).isEmpty())
            .filter(word -> shape == Shape.PERSON || !LEGAL_FORMS.contains(bare(word)))
            .toList();
    if (words.isEmpty()) {
      return shape == Shape.PERSON ? "·" : initials(name, Shape.PERSON);
    }
    String last = words.size() > 1 ? letter(words.getLast()) : "";
    return (letter(words.getFirst()) + last).toUpperCase(Locale.ROOT);
  }

  private static String bare(String word) {
    return word.replaceAll("[^\\p{L}]", "").toUpperCase(Locale.ROOT);
  }

  /** The colour of a name, 0 to 7. */
  public static int tone(String name) {
    var hash = name.strip().toLowerCase(Locale.ROOT).hashCode() * 0x9E3779B9;
    return Math.floorMod(hash >>> 8, TONES);
  }

  private static String letter(String word) {
    return word.codePoints()
        .filter(Character::isLetterOrDigit)
        .limit(1)
        .mapToObj(Character::toString)
        .findFirst()
        .orElse("");
  }
}
