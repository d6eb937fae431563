package eu.rempart.richtext;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;
import org.jsoup.select.NodeTraversor;

/**
 * Text with paragraphs, lists, quotes, bold, italic and struck words, code, links and mentions of
 * members. Made only by cleaning, so that its HTML holds nothing that runs, loads or styles.
 *
 * @param html as the browser shows it; may be empty
 */
public record RichText(String html) {

  /** Most characters that are read, marks included; what is longer is refused, not cut. */
  public static final int MAX_READ = 400_000;

  /** Most characters of the pictures that lie in a text. */
  public static final int MAX_PICTURES = 1_000_000;

  /** Attribute of the element that mentions a member: the member's id. */
  public static final String MENTION = "data-mention";

  public static final RichText EMPTY = new RichText("");

  /** Deeper than anybody indents; what lies deeper keeps its words and loses its marks. */
  private static final int MAX_DEPTH = 40;

  private static final Safelist ALLOWED =
      new Safelist()
          .addTags("p", "br", "h3", "strong", "em", "s", "code", "pre", "blockquote")
          .addTags("ul", "ol", "li", "a", "span")
          .addAttributes("a", "href")
          .addProtocols("a", "href", "http", "https", "mailto", "tel")
          .addAttributes("span", MENTION);

  private static final Safelist WITH_PICTURES =
      new Safelist(ALLOWED)
          .addTags("img")
          .addAttributes("img", "src", "alt")
          .addProtocols("img", "src", "data");

  private static final Pattern PICTURE =
      Pattern.compile("data:image/jpeg;base64,[A-Za-z0-9+/]++={0,2}");

  /** Takes what {@link #html()} gave; {@link #clean} is the way in for anything else. */
  public RichText {
    html = html.strip();
  }

  /**
   * What may stay of this HTML, which anybody may have written.
   *
   * @throws RichTextTooLongException beyond {@link #MAX_READ} characters
   */
  public static RichText clean(String untrusted) {
    if (untrusted.length() > MAX_READ) {
      throw new RichTextTooLongException(untrusted.length());
    }
    return clean(parse(untrusted), ALLOWED);
  }

  /**
   * As {@link #clean}, with the pictures that lie in the text itself: JPEG in URLs of their own
   * (RFC 2397), which load nothing. All others go, as do those of other kinds.
   *
   * @throws RichTextTooLongException beyond {@link #MAX_READ} characters beside the pictures, or
   *     {@link #MAX_PICTURES} of them
   */
  public static RichText cleanWithPictures(String untrusted) {
    if (untrusted.length() > MAX_READ + MAX_PICTURES) {
      throw new RichTextTooLongException(untrusted.length());
    }
    Document dirty = parse(untrusted);
    int pictures = 0;
    for (Element image : dirty.select("img")) {
      if (PICTURE.matcher(image.attr("src")).matches()) {
        pictures += image.attr("src").length();
      } else {
        image.remove();
      }
    }
    if (untrusted.length() - pictures > MAX_READ) {
      throw new RichTextTooLongException(untrusted.length());
    }
    return clean(dirty, WITH_PICTURES);
  }

  private static RichText clean(Document dirty, Safelist allowed) {
    rename(dirty, "b", "strong");
    rename(dirty, "i", "em");
    rename(dirty, "del, strike", "s");
    rename(dirty, "h1, h2, h4, h5, h6", "h3");
    // a block that is not let through still begins a new line
    rename(dirty, "div, section, article, tr", "p");
    Document clean = new Cleaner(allowed).clean(dirty);
    flatten(clean);
    for (Element span : clean.select("span")) {
      if (mentioned(span).isEmpty()) {
        span.unwrap();
      }
    }
    for (Element link : clean.select("a:not([href])")) {
      link.unwrap();
    }
    return written(clean);
  }

  /** Each line of a plain text as a paragraph. */
  public static RichText ofPlain(String text) {
    Document page = parse("");
    text.strip()
        .lines()
        .forEach(line -> page.body().appendElement("p").appendChild(new TextNode(line)));
    return clean(written(page).html());
  }

  /** What is read, one line for each block; the marks are left out. */
  public String plain() {
    StringBuilder plain = new StringBuilder();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (node instanceof TextNode text) {
            plain.append(text.getWholeText().replaceAll("\\s+", " "));
          } else if (node instanceof Element element
              && (element.normalName().equals("br") || element.isBlock())
              && !plain.isEmpty()
              && plain.charAt(plain.length() - 1) != '\n') {
            plain.append('\n');
          }
        },
        parse(html).body());
    return plain.toString().strip();
  }

  /** The beginning of the first line, for lists; empty where nothing is written. */
  public String beginning(int most) {
    String line =
        plain().lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
    if (line.codePointCount(0, line.length()) <= most) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, most - 1)).strip() + "…";
  }

  /** Whether nothing can be read in it. */
  public boolean isBlank() {
    return plain().isEmpty();
  }

  /** Whether pictures lie in it. */
  public boolean hasPictures() {
    return !parse(html).select("img").isEmpty();
  }

  /** The members whom it mentions, in the order of the text. */
  public Set<UUID> mentions() {
    Set<UUID> mentions = new LinkedHashSet<>();
    parse(html).select("span").forEach(span -> mentioned(span).ifPresent(mentions::add));
    return mentions;
  }

  /** The same text, in which only these members are mentioned; of the others the name stays. */
  public RichText mentioning(Predicate<UUID> allowed) {
    Document page = parse(html);
    for (Element span : page.select("span")) {
      if (mentioned(span).filter(allowed).isEmpty()) {
        span.unwrap();
      }
    }
    return written(page);
  }

  /** What the text calls those of the mentioned members for whom this holds. */
  public Set<String> mentionedNames(Predicate<UUID> which) {
    Set<String> names = new LinkedHashSet<>();
    for (Element span : parse(html).select("span")) {
      if (mentioned(span).filter(which).isPresent()) {
        names.add(span.text().replaceFirst("^@", ""));
      }
    }
    return names;
  }

  private static Optional<UUID> mentioned(Element span) {
    try {
      return Optional.of(UUID.fromString(span.attr(MENTION)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Document parse(String html) {
    Document page = Jsoup.parseBodyFragment(html);
    page.outputSettings().prettyPrint(false);
    return page;
  }

  private static RichText written(Document page) {
    page.outputSettings().prettyPrint(false);
    return new RichText(page.body().html());
  }

  private static void rename(Document page, String elements, String to) {
    page.select(elements).forEach(element -> element.tagName(to));
  }

  /** Browsers and servers walk trees by recursion: nobody shall send one that is too deep. */
  private static void flatten(Document page) {
    java.util.List<Element> deep = new java.util.ArrayList<>();
    NodeTraversor.traverse(
        (Node node, int depth) -> {
          if (depth == MAX_DEPTH && node instanceof Element element) {
            deep.add(element);
          }
        },
        page.body());
    for (Element element : deep) {
      StringBuilder words = new StringBuilder();
      NodeTraversor.traverse(
          (node, depth) -> {
            if (node instanceof TextNode text) {
              words.append(text.getWholeText());
            }
          },
          element);
      element.replaceWith(new TextNode(words.toString()));
    }
  }

  /** Says nothing: this is customer data. */
  @Override
  public String toString() {
    return "RichText[hidden]";
  }
}
