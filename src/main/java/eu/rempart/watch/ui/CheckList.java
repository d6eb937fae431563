package eu.rempart.watch.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.watch.WatchText;
import eu.rempart.watch.check.Check;
import eu.rempart.watch.result.CheckStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** All checks with how they are, the ones that are down first. */
final class CheckList extends Composite<Div> {

  private static final long serialVersionUID = 1L;

  private final UnorderedList list = new UnorderedList();
  private final transient Consumer<Check> edit;
  private final transient Consumer<Check> retire;

  CheckList(Consumer<Check> edit, Consumer<Check> retire) {
    this.edit = edit;
    this.retire = retire;
    list.addClassName("watch-lines");
    list.getElement().setAttribute("aria-label", t("watch.checks"));
  }

  void show(List<CheckStatus> checks, Instant now) {
    getContent().removeAll();
    list.removeAll();
    if (checks.isEmpty()) {
      var none = new Paragraph(t("watch.checks.none"));
      none.addClassName("watch-soft");
      getContent().add(none);
      return;
    }
    WatchText words = Words.current();
    checks.stream()
        .sorted((a, b) -> Boolean.compare(b.stage().outage(), a.stage().outage()))
        .forEach(status -> list.add(line(words, status, now)));
    getContent().add(list);
  }

  private ListItem line(WatchText words, CheckStatus status, Instant now) {
    Check check = status.check();
    var name = new Span(check.name());
    var stage = new Span(check.enabled() ? words.of(status.stage()) : t("watch.check.paused"));
    stage.addClassName("watch-stage");
    stage.addClassName(
        "watch-" + (check.enabled() ? status.stage().name().toLowerCase(Locale.ROOT) : "paused"));
    var title = new Div(name, stage);
    title.addClassName("watch-line-title");
    var text = new Div(title);
    text.addClassName("watch-line-words");
    for (String sentence : sentences(words, status, now)) {
      var more = new Span(sentence);
      more.addClassName("watch-soft");
      text.add(more);
    }
    var change = new Button(t("watch.check.edit"), _ -> edit.accept(check));
    change.setAriaLabel(t("watch.check.edit.of", check.name()));
    var stop = new Button(t("watch.check.retire"), _ -> retire.accept(check));
    stop.setAriaLabel(t("watch.check.retire.of", check.name()));
    change.addThemeVariants(ButtonVariant.TERTIARY);
    stop.addThemeVariants(ButtonVariant.TERTIARY);
    var actions = new Div(change, stop);
    actions.addClassName("watch-actions");
    return new ListItem(text, actions);
  }

  private static List<String> sentences(WatchText words, CheckStatus status, Instant now) {
    Check check = status.check();
    List<String> told = new ArrayList<>();
    told.add(
        t(
            "watch.check.line",
            Words.of(check.kind()),
            Words.target(check),
            words.of(check.rules().period())));
    told.add(
        status
            .last()
            .map(
                result ->
                    t(
                        "watch.check.last",
                        words.of(Duration.between(result.at(), now)),
                        words.of(result.zone()),
                        result.failure() == null
                            ? t("watch.status.ok")
                            : words.of(result.failure(), result.number())))
            .orElseGet(() -> t("watch.check.never")));
    told.add(
        t(
            "watch.check.figures",
            words.percent(status.all().uptime()),
            words.seconds(status.all().average()),
            status.outages()));
    if (!status.troubled().isEmpty()) {
      told.add(t("watch.status.trouble", words.of(status.troubled())));
    }
    if (check.enabled() && !status.silent().isEmpty()) {
      told.add(t("watch.check.silent", words.of(status.silent())));
    }
    if (!check.shown()) {
      told.add(t("watch.check.hidden"));
    }
    return told;
  }
}
