package eu.rempart.shell.part;

import com.vaadin.flow.component.Component;
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

  public RecordHeader() {
    addClassName("record-header");
    subtitle.addClassName("record-subtitle");
    badges.addClassName("record-badges");
    actions.addClassName("record-header-actions");
    var words = new Div(name, subtitle, badges);
    words.addClassName("record-words");
    add(picture, words, actions);
  }

  /** Shows another record; its badges are to be added anew. */
  public void show(String title, String line, Avatar.Shape shape) {
    var avatar = new Avatar(title, shape);
    avatar.addClassName("avatar-large");
    picture.removeAll();
    picture.add(avatar);
    name.setText(title);
    subtitle.setText(line);
    subtitle.setVisible(!line.isEmpty());
    badges.removeAll();
    badges.setVisible(false);
  }

  /** A short word worth noticing, such as "Do not call". */
  public void addBadge(String text) {
    var badge = new Span(text);
    badge.addClassName("badge");
    badges.add(badge);
    badges.setVisible(true);
  }

  /** Adds a button; the last one is the main one. */
  public void addAction(Component action) {
    actions.add(action);
  }
}
