package eu.rempart.metrics.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.metrics.token.MetricsToken;
import eu.rempart.metrics.token.MetricsTokenService;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;

/** Which programs may read numbers. */
@Route(value = MetricsNavigation.TOKENS, layout = MainLayout.class)
@RolesAllowed(Access.SECURITY)
@StyleSheet("styles/watch.css")
public final class MetricsView extends Composite<Div> implements HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient MetricsTokenService tokens;
  private final Div shown = new Div();

  public MetricsView(MetricsTokenService tokens) {
    this.tokens = tokens;
    var page = getContent();
    page.addClassName("watch-page");
    var make = new Button(t("metrics.make"), _ -> make());
    make.addThemeVariants(ButtonVariant.PRIMARY);
    var actions = new Div(make);
    actions.addClassName("line-actions");
    var panel = new Section(new H2(t("metrics.tokens")), shown);
    panel.addClassName("watch-panel");
    page.add(new H1(t("metrics.title")), new Paragraph(t("metrics.sentence")), actions, panel);
    show();
  }

  @Override
  public String getPageTitle() {
    return t("metrics.title");
  }

  private void show() {
    shown.removeAll();
    List<MetricsToken> all = tokens.all();
    if (all.isEmpty()) {
      var none = new Paragraph(t("metrics.none"));
      none.addClassName("line-soft");
      shown.add(none);
      return;
    }
    var list = new UnorderedList();
    list.addClassName("lines");
    list.getElement().setAttribute("aria-label", t("metrics.tokens"));
    all.forEach(token -> list.add(line(token)));
    shown.add(list);
  }

  private ListItem line(MetricsToken token) {
    var name = new Div(new Span(token.name()));
    name.addClassName("line-title");
    var words = new Div(name, soft(t("metrics.made", Formats.dateTime(token.madeAt()))));
    words.addClassName("line-words");
    Instant used = token.usedAt();
    words.add(soft(used == null ? t("metrics.unused") : t("metrics.used", Formats.dateTime(used))));
    Instant revoked = token.revokedAt();
    if (revoked != null) {
      words.add(soft(t("metrics.revoked", Formats.dateTime(revoked))));
      return new ListItem(words);
    }
    var revoke = new Button(t("metrics.revoke"), _ -> revoke(token));
    revoke.setAriaLabel(t("metrics.revoke.of", token.name()));
    revoke.addThemeVariants(ButtonVariant.TERTIARY);
    var actions = new Div(revoke);
    actions.addClassName("line-actions");
    return new ListItem(words, actions);
  }

  private static Span soft(String text) {
    var span = new Span(text);
    span.addClassName("line-soft");
    return span;
  }

  private void make() {
    if (tokens.all().stream().filter(token -> token.revokedAt() == null).count()
        >= MetricsTokenService.MOST) {
      Notices.error(t("metrics.many", MetricsTokenService.MOST));
      return;
    }
    new TokenDialog(
            name -> {
              String token = tokens.make(name);
              show();
              return token;
            })
        .open();
  }

  private void revoke(MetricsToken token) {
    Confirmation.askDanger(
        t("metrics.revoke.of", token.name()),
        t("metrics.revoke.sentence"),
        t("metrics.revoke"),
        () -> {
          if (tokens.revoke(token.id())) {
            Notices.success(t("metrics.revoke.done"));
          }
          show();
        });
  }
}
