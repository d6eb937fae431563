package eu.rempart.shell.rich;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.StyleSheet;
import eu.rempart.shell.LazyElements;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A text with a few marks, written as in a word processor. Its value is what a browser sent: HTML
 * that {@link eu.rempart.richtext.RichText#clean} has not seen yet.
 */
@Tag("rempart-rich-text")
@StyleSheet("styles/rich.css")
public final class RichTextField extends AbstractSinglePropertyField<RichTextField, String>
    implements Focusable<RichTextField> {

  private static final long serialVersionUID = 1L;

  /** Somebody who can be mentioned. */
  private record Someone(String id, String name) {

    /** Names are customer data. */
    @Override
    public String toString() {
      return "Someone[" + id + "]";
    }
  }

  /**
   * An empty field.
   *
   * @param label what is to be written, for those who hear it
   * @param placeholder what stands there while it is empty
   */
  public RichTextField(String label, String placeholder) {
    super("value", "", false);
    getElement().setProperty("label", label);
    getElement().setProperty("placeholder", placeholder);
    getElement()
        .setPropertyMap(
            "words",
            Map.ofEntries(
                Map.entry("tools", t("shell.rich.tools")),
                Map.entry("strong", t("shell.rich.strong")),
                Map.entry("em", t("shell.rich.em")),
                Map.entry("s", t("shell.rich.s")),
                Map.entry("heading", t("shell.rich.heading")),
                Map.entry("bullets", t("shell.rich.bullets")),
                Map.entry("numbers", t("shell.rich.numbers")),
                Map.entry("quote", t("shell.rich.quote")),
                Map.entry("link", t("shell.rich.link")),
                Map.entry("address", t("shell.rich.address")),
                Map.entry("set", t("shell.rich.set")),
                Map.entry("mention", t("shell.rich.mention")),
                Map.entry("members", t("shell.rich.members"))));
  }

  @Override
  protected void onAttach(AttachEvent event) {
    super.onAttach(event);
    LazyElements.load(this);
  }

  /** Takes the focus as soon as it is there to take it. */
  @Override
  public void focus() {
    getElement().executeJs("customElements.whenDefined(this.localName).then(() => this.focus())");
  }

  /** Who is offered after an at sign. */
  public void setMentionable(Map<UUID, String> members) {
    List<Someone> sorted =
        members.entrySet().stream()
            .map(member -> new Someone(member.getKey().toString(), member.getValue()))
            .sorted(Comparator.comparing(Someone::name, String.CASE_INSENSITIVE_ORDER))
            .toList();
    getElement().setPropertyList("members", sorted);
  }

  /** Called when the person asks to save by Ctrl or ⌘ and Enter. */
  public void onSubmit(Runnable listener) {
    getElement().addEventListener("rich-submit", _ -> listener.run());
  }

  /** What is wrong with the text; empty when nothing is. */
  public void setProblem(String sentence) {
    getElement().setProperty("problem", sentence);
  }

  public String problem() {
    return getElement().getProperty("problem", "");
  }
}
