package eu.rempart.shell.rich;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import eu.rempart.richtext.RichText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Shows a text with its marks; its links open in another window and say nothing of this one. */
@StyleSheet("styles/rich.css")
public final class RichTextView extends Div {

  private static final long serialVersionUID = 1L;

  /** Cleans once more what was cleaned when it was kept: allowed then may be forbidden now. */
  public RichTextView(RichText text) {
    this(RichText.clean(text.html()).html());
  }

  /** As the other, of a text that may have pictures in it. */
  public static RichTextView withPictures(RichText text) {
    return new RichTextView(RichText.cleanWithPictures(text.html()).html());
  }

  private RichTextView(String clean) {
    addClassName("rich-text");
    Document page = Jsoup.parseBodyFragment(clean);
    page.outputSettings().prettyPrint(false);
    page.select("a")
        .forEach(link -> link.attr("rel", "noopener noreferrer nofollow").attr("target", "_blank"));
    page.select("span").addClass("rich-mention");
    page.select("img").attr("loading", "lazy");
    page.select("img:not([alt])").attr("alt", "");
    add(new Html("<div>" + page.body().html() + "</div>"));
  }
}
