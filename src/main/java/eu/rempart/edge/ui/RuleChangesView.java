package eu.rempart.edge.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.account.right.OpenToEngineers;
import eu.rempart.edge.admin.RuleChange;
import eu.rempart.edge.admin.RuleLedger;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Who changed which access rule, when and why, a page at a time. Engineers hold no key, so they
 * read that a member did it, and not which.
 */
@Route(value = EdgeNavigation.CHANGES, layout = MainLayout.class)
@RolesAllowed(Access.OPERATIONS)
@OpenToEngineers
@StyleSheet("styles/traffic.css")
public final class RuleChangesView extends Composite<Div>
    implements HasDynamicTitle, BeforeEnterObserver {

  private static final long serialVersionUID = 1L;

  private final transient RuleLedger ledger;
  private final Lines lines = new Lines(t("edge.changes.title"), t("edge.changes.empty"));
  private final Div pages = new Div();
  private final transient Map<UUID, String> names;

  public RuleChangesView(RuleLedger ledger, CurrentMember current, MemberNames members) {
    this.ledger = ledger;
    this.names = current.may(Right.READ_RECORDS) ? members.all() : Map.of();
    var page = getContent();
    page.addClassName("traffic-page");
    pages.addClassName("line-actions");
    page.add(new H1(t("edge.changes.title")));
    if (current.may(Right.MANAGE_SECURITY)) {
      page.add(link(EdgeNavigation.RULES, t("edge.changes.back")));
    }
    var panel = new Panel(t("edge.changes.panel"));
    panel.add(lines, pages);
    page.add(new Paragraph(t("edge.changes.sentence")), panel);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var before =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter(EdgeNavigation.BEFORE)
            .filter(number -> number.matches("[0-9]{1,18}"))
            .map(Long::valueOf);
    var page = ledger.before(before.orElse(Long.MAX_VALUE));
    lines.clear();
    page.changes().forEach(this::add);
    pages.removeAll();
    if (before.isPresent()) {
      pages.add(link(EdgeNavigation.CHANGES, t("edge.changes.newest")));
    }
    if (page.older()) {
      pages.add(link(EdgeNavigation.changesBefore(last(page.changes())), t("edge.changes.older")));
    }
  }

  private static long last(List<RuleChange> changes) {
    return changes.getLast().number();
  }

  private void add(RuleChange change) {
    String who =
        change.by() == null
            ? t("edge.changes.nobody")
            : names.getOrDefault(change.by(), t("edge.changes.somebody"));
    List<String> more = new ArrayList<>();
    more.add(LedgerText.beforeAndAfter(change));
    if (!change.reason().isEmpty()) {
      more.add(t("edge.changes.reason", change.reason()));
    }
    more.add(t("edge.changes.made", who, Formats.dateTime(change.at())));
    lines.add(LedgerText.subject(change), LedgerText.kind(change), more);
  }

  private static Anchor link(String route, String text) {
    var link = new Anchor(route, text);
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  @Override
  public String getPageTitle() {
    return t("edge.changes.title");
  }
}
