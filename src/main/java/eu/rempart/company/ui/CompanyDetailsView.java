package eu.rempart.company.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.company.Company;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyService;
import eu.rempart.history.RecordRef;
import eu.rempart.history.ui.HistoryPanels;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.RecordMarks;
import eu.rempart.shell.RecordTab;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RecordHeader;
import eu.rempart.shell.part.RecordTabs;
import eu.rempart.shell.part.UrlTabs;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One company: what is known of it, its people, and what happened to the record. */
@Route(value = CompanyNavigation.DETAILS, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class CompanyDetailsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient CompanyService companies;
  private final transient MemberNames members;
  private final transient CurrentMember member;
  private final transient CompanyEditor editor;
  private final transient CompanyUnfinished unfinished;
  private final transient CompanyArchiving archiving;
  private final transient HistoryPanels histories;
  private final transient RecordMarks marks;
  private final transient CustomFields custom;
  private final transient List<RelatedPanel> related;
  private final transient RecordTabs tabs;
  private final RecordHeader header = new RecordHeader();
  private final Button away = new Button();
  private final Button edit = new Button();
  private final Div notice = new Div();
  private final Div details = new Div();
  private final Div history = new Div();
  private boolean historyShown;
  private transient @Nullable Company company;

  CompanyDetailsView(
      CompanyService companies,
      MemberNames members,
      CurrentMember member,
      CompanyEditor editor,
      CompanyUnfinished unfinished,
      CompanyArchiving archiving,
      HistoryPanels histories,
      RecordMarks marks,
      CustomFields custom,
      ObjectProvider<RelatedPanel> related,
      ObjectProvider<RecordTab> tabs) {
    this.companies = companies;
    this.members = members;
    this.member = member;
    this.editor = editor;
    this.unfinished = unfinished;
    this.archiving = archiving;
    this.histories = histories;
    this.marks = marks;
    this.custom = custom;
    this.related = related.orderedStream().filter(panel -> panel.kind().equals("company")).toList();
    this.tabs = new RecordTabs("company", tabs.orderedStream());
    notice.addClassName("draft-slot");
    addClassNames("company-view", "record-view");
    details.addClassName("record-details");
    var pages = new UrlTabs().add("details", t("company.tab.details"), () -> details);
    this.tabs.addTo(pages).add("history", t("company.tab.history"), this::firstHistory);
    prepareActions();
    add(header, notice, pages);
  }

  private void prepareActions() {
    if (member.may(Right.ARCHIVE_RECORDS, "company")) {
      away.setText(t("company.archive"));
      away.setIcon(Glyph.ARCHIVE.create());
      away.addClickListener(_ -> archive());
      header.addAction(away);
    }
    if (member.may(Right.WRITE_RECORDS, "company")) {
      edit.setText(t("company.edit"));
      edit.setIcon(Glyph.EDIT.create());
      edit.addClickListener(_ -> edit());
      edit.addThemeVariants(ButtonVariant.PRIMARY);
      header.addAction(edit);
      Shortcuts.on(edit, Shortcuts.EDIT);
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    CompanyId id =
        event
            .getRouteParameters()
            .get("id")
            .flatMap(CompanyDetailsView::id)
            .orElseThrow(NotFoundException::new);
    show(companies.find(id).orElseThrow(NotFoundException::new));
  }

  private static Optional<CompanyId> id(String text) {
    try {
      return Optional.of(new CompanyId(UUID.fromString(text)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private void reload(CompanyId id) {
    companies.find(id).ifPresentOrElse(this::show, CompanyNavigation::openList);
  }

  private void show(Company shown) {
    company = shown;
    UUID owner = shown.data().ownerId();
    away.setVisible(member.may(Right.ARCHIVE_RECORDS, "company", owner));
    edit.setVisible(member.may(Right.WRITE_RECORDS, "company", owner));
    var data = shown.data();
    var type = data.type();
    header.show(
        CompanyTexts.title(data, shown.unopenable()),
        Stream.of(type == null ? null : CompanyTexts.type(type), data.industry())
            .filter(part -> part != null && !part.isEmpty())
            .collect(Collectors.joining(" · ")),
        Avatar.Shape.COMPANY);
    marks.show(header, "company", shown.id().value(), shown.data().tags());
    notice.removeAll();
    unfinished.notice(shown, this::edit).ifPresent(notice::add);
    details.removeAll();
    var side = new Div();
    related.forEach(panel -> side.add(panel.show(shown.id().value())));
    side.addClassName("record-side");
    details.add(new CompanyFacts(shown, companies, members, custom.book("company")), side);
    tabs.show(shown.id().value());
    if (historyShown) {
      fillHistory(shown);
    }
  }

  private Div firstHistory() {
    historyShown = true;
    if (company != null) {
      fillHistory(company);
    }
    return history;
  }

  private void fillHistory(Company shown) {
    history.removeAll();
    history.add(
        histories.of(new RecordRef("company", shown.id().value()), () -> reload(shown.id())));
  }

  private void edit() {
    if (company != null && edit.isVisible()) {
      notice.removeAll();
      editor.edit(
          company,
          saved -> {
            if (company != null && saved.equals(company.id())) {
              reload(saved);
            } else {
              CompanyNavigation.open(saved);
            }
          });
    }
  }

  private void archive() {
    Company shown = company;
    if (shown != null) {
      archiving.ask(
          List.of(shown.id()),
          CompanyNavigation::openList,
          () -> CompanyNavigation.open(shown.id()));
    }
  }

  @Override
  public String getPageTitle() {
    return company == null
        ? t("company.list.title")
        : CompanyTexts.title(company.data(), company.unopenable());
  }
}
