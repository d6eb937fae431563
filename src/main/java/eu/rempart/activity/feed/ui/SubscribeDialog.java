package eu.rempart.activity.feed.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import eu.rempart.activity.feed.Feed;
import eu.rempart.activity.feed.Feed.Tells;
import eu.rempart.activity.feed.FeedService;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.RelativeTimes;
import eu.rempart.shell.text.Texts;
import java.time.Instant;
import java.util.Optional;

/** Makes, shows once, and takes back the link by which calendars subscribe. */
public final class SubscribeDialog extends Dialog {

  private static final long serialVersionUID = 1L;

  private final transient FeedService feeds;
  private final RadioButtonGroup<Tells> tells = new RadioButtonGroup<>();
  private final Div state = new Div();

  public SubscribeDialog(FeedService feeds) {
    this.feeds = feeds;
    setHeaderTitle(t("activity.feed.title"));
    addClassName("subscribe-dialog");
    tells.setLabel(t("activity.feed.tells"));
    tells.setItems(Tells.values());
    tells.setItemLabelGenerator(one -> t("activity.feed.tells." + one.name()));
    tells.setValue(feeds.mine().map(Feed::tells).orElse(Tells.TIMES));
    tells.addValueChangeListener(change -> feeds.tell(change.getValue()));
    add(new Paragraph(t("activity.feed.sentence")), tells, state);
    getFooter().add(new Button(t("shell.close"), _ -> close()));
    show();
  }

  private void show() {
    state.removeAll();
    Optional<Feed> feed = feeds.mine();
    if (feed.isEmpty()) {
      state.add(make(t("activity.feed.make")));
      return;
    }
    Instant used = feed.get().usedAt();
    state.add(
        new Paragraph(
            used == null
                ? t("activity.feed.unused")
                : t("activity.feed.used", RelativeTimes.describe(used, Instant.now()))),
        make(t("activity.feed.again")),
        new Button(t("activity.feed.revoke"), Glyph.TRASH.create(), _ -> revoke()));
  }

  private Button make(String text) {
    var button =
        new Button(
            text,
            Glyph.LINK.create(),
            _ -> showLink(feeds.create(tells.getValue(), Texts.locale())));
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }

  private void revoke() {
    feeds.revoke();
    show();
  }

  /** This once: the database holds its hash only. */
  private void showLink(String secret) {
    show();
    var link = new TextField(t("activity.feed.link"));
    link.setReadOnly(true);
    link.setWidthFull();
    String path = FeedController.PATH + secret + ".ics";
    link.setValue(path);
    link.getElement()
        .executeJs("return location.origin")
        .then(String.class, origin -> link.setValue(origin + path));
    var copy = new Button(t("activity.feed.copy"), Glyph.COPY.create());
    copy.addClickListener(
        _ -> {
          copy.getElement().executeJs("navigator.clipboard?.writeText($0)", link.getValue());
          copy.setText(t("activity.feed.copied"));
        });
    state.addComponentAsFirst(copy);
    state.addComponentAsFirst(link);
    state.addComponentAsFirst(new Paragraph(t("activity.feed.once")));
  }
}
