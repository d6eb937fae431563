package eu.rempart.shell.merge;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.shell.list.RecordCard;
import java.util.List;

/** Names the records that may be the one that somebody types in; not there without any. */
public final class LikelyRecords extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final String sentence;

  /**
   * Names none yet.
   *
   * @param sentence the key of what is said above them, of how many they are
   */
  public LikelyRecords(String sentence) {
    this.sentence = sentence;
    getContent().addClassName("duplicates");
    getContent().getElement().setAttribute("role", "status");
    getContent().setVisible(false);
  }

  /** Names these instead, each with a link that opens beside the form. */
  public void show(List<RecordCard> similar) {
    getContent().removeAll();
    getContent().setVisible(!similar.isEmpty());
    if (!similar.isEmpty()) {
      getContent().add(new Span(t(sentence, similar.size())));
      similar.forEach(card -> getContent().add(link(card)));
    }
  }

  private static Anchor link(RecordCard card) {
    String text = card.subtitle().isEmpty() ? card.title() : card.title() + " · " + card.subtitle();
    var link = new Anchor(card.route(), text);
    link.setTarget("_blank");
    return link;
  }
}
