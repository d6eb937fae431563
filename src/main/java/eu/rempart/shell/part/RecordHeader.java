package eu.rempart.shell.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** The top of a record's page: avatar, name, one line on it, and what can be done with it. */
public final class RecordHeader extends Header {

  private static final long serialVersionUID = 1L;

  private final Div picture = new Div();
  private final H1 name = new H1();
  private final Paragraph subtitle = new Paragraph();
  private final Div badges = new Div();
  private final Div actions = new Div();
  private final Div tags = new Div();
  private final Div mark = new Div();

  public RecordHeader() {
    addClassName("record-header");
    subtitle.addClassName("record-subtitle");
    badges.addClassName("record-badges");
    actions.addClassName("record-header-actions");
    mark.addClassName("record-mark");
    var title = new Div(name, mark);
    title.addClassName("record-title-line");
    var words = new Div(title, subtitle, badges, tags);
    words.addClassName("record-words");
    add(picture, words, actions);
  }

  /**
   * Shows another record, or the same as it is now; its badges are to be added anew. The browser's
   * tab follows.
   */
  public void show(String title, String line, Avatar.Shape shape) {
    setPicture(new Avatar(title, shape));
    name.setText(title);
    subtitle.setText(line);
    subtitle.setVisible(!line.isEmpty());
    badges.removeAll();
    badges.setVisible(false);
    getUI().ifPresent(page -> page.beforeClientResponse(this, _ -> TabTitle.refresh(page)));
  }

  /** Shows this in place of the initials. */
  public void setPicture(Avatar avatar) {
    avatar.addClassName("avatar-large");
    picture.removeAll();
    picture.add(avatar);
  }

  /** As {@link #setPicture(Avatar)}; a click, a key or a tap on it does something. */
  public void setPicture(Avatar avatar, String action, Runnable run) {
    avatar.addClassName("avatar-large");
    avatar.drawInitials();
    var button = new Button(avatar, _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.addClassName("avatar-button");
    button.setAriaLabel(action);
    button.setTooltipText(action);
    picture.removeAll();
    picture.add(button);
  }

  /** How the record stands, in a word, such as "Won". */
  public void addBadge(String text) {
    badge(text, "badge");
  }

  /** What must be noticed before anything is done, such as "Do not call". */
  public void addWarning(String text) {
    badge(text, "badge", "badge-warning");
  }

  private void badge(String text, String... classes) {
    var badge = new Span(text);
    badge.addClassNames(classes);
    badges.add(badge);
    badges.setVisible(true);
  }

  /** Shows its tags. */
  public void setTags(Component chips) {
    tags.removeAll();
    tags.add(chips);
  }

  /** Shows something small behind the name, such as a star. */
  public void setMark(Component shown) {
    mark.removeAll();
    mark.add(shown);
  }

  /** Adds a button; the last one is the main one. */
  public void addAction(Component action) {
    actions.add(action);
  }
}
