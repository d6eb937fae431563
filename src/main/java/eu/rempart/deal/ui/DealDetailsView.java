package eu.rempart.deal.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
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
import eu.rempart.company.CompanyReference;
import eu.rempart.deal.Deal;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealService;
import eu.rempart.deal.board.ui.DealMoving;
import eu.rempart.deal.line.ui.DealLinesCard;
import eu.rempart.deal.pipeline.DealState;
import eu.rempart.history.RecordRef;
import eu.rempart.history.ui.HistoryPanels;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.RecordMarks;
import eu.rempart.shell.RecordTab;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RecordHeader;
import eu.rempart.shell.part.RecordTabs;
import eu.rempart.shell.part.UrlTabs;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One deal: what is known of it, its people, its way through the stages, and its history. */
@StyleSheet("styles/deals.css")
@Route(value = DealNavigation.DETAILS, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class DealDetailsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient DealService deals;
  private final transient Pipelines pipelines;
  private final transient RecordPickers pickers;
  private final transient MemberNames members;
  private final transient CurrentMember member;
  private final transient DealEditor editor;
  private final transient DealUnfinished unfinished;
  private final transient DealMoving moving;
  private final transient DealArchiving archiving;
  private final transient HistoryPanels histories;
  private final transient RecordMarks marks;
  private final transient CustomFields custom;
  private final transient List<RelatedPanel> related;
  private final transient RecordTabs tabs;
  private final RecordHeader header = new RecordHeader();
  private final Button away = new Button();
  private final Button edit = new Button();
  private final Button win = new Button(t("deal.win"), Glyph.CHECK.create(), _ -> win());
  private final Button lose = new Button(t("deal.lose"), _ -> lose());
  private final Button reopen = new Button(t("deal.reopen"), Glyph.UNDO.create(), _ -> reopen());
  private final Div notice = new Div();
  private final Div details = new Div();
  private final Div products = new Div();
  private final Div history = new Div();
  private boolean historyShown;
  private transient @Nullable Deal deal;

  DealDetailsView(
      DealService deals,
      Pipelines pipelines,
      RecordPickers pickers,
      MemberNames members,
      CurrentMember member,
      DealEditor editor,
      DealUnfinished unfinished,
      DealMoving moving,
      DealArchiving archiving,
      HistoryPanels histories,
      RecordMarks marks,
      CustomFields custom,
      ObjectProvider<RelatedPanel> related,
      ObjectProvider<RecordTab> tabs) {
    this.deals = deals;
    this.pipelines = pipelines;
    this.pickers = pickers;
    this.members = members;
    this.member = member;
    this.editor = editor;
    this.unfinished = unfinished;
    this.moving = moving;
    this.archiving = archiving;
    this.histories = histories;
    this.marks = marks;
    this.custom = custom;
    this.related = related.orderedStream().filter(panel -> panel.kind().equals("deal")).toList();
    this.tabs = new RecordTabs("deal", tabs.orderedStream());
    notice.addClassName("draft-slot");
    addClassNames("deal-view", "record-view");
    details.addClassName("record-details");
    prepareActions();
    var pages = new UrlTabs().add("details", t("deal.tab.details"), () -> details);
    if (!member.rights().hidden("deal").contains("lines")) {
      pages.add("products", t("deal.field.lines"), () -> products);
    }
    this.tabs.addTo(pages).add("history", t("deal.tab.history"), this::firstHistory);
    add(header, notice, pages);
  }

  private void prepareActions() {
    if (member.may(Right.ARCHIVE_RECORDS, "deal")) {
      away.setText(t("deal.archive"));
      away.setIcon(Glyph.ARCHIVE.create());
      away.addClickListener(_ -> archive());
      header.addAction(away);
    }
    if (member.may(Right.WRITE_RECORDS, "deal")) {
      edit.setText(t("deal.edit"));
      edit.setIcon(Glyph.EDIT.create());
      edit.addClickListener(_ -> edit());
      edit.addThemeVariants(ButtonVariant.PRIMARY);
      header.addAction(lose);
      header.addAction(win);
      header.addAction(reopen);
      header.addAction(edit);
      Shortcuts.on(edit, Shortcuts.EDIT);
    }
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    DealId id =
        event
            .getRouteParameters()
            .get("id")
            .flatMap(ListAddress::uuid)
            .map(DealId::new)
            .orElseThrow(NotFoundException::new);
    show(deals.find(id).orElseThrow(NotFoundException::new));
  }

  private void reload() {
    if (deal != null) {
      deals.find(deal.id()).ifPresentOrElse(this::show, DealNavigation::openBoard);
    }
  }

  private void show(Deal shown) {
    deal = shown;
    UUID owner = shown.data().ownerId();
    away.setVisible(member.may(Right.ARCHIVE_RECORDS, "deal", owner));
    edit.setVisible(member.may(Right.WRITE_RECORDS, "deal", owner));
    StageBook stages = pipelines.book();
    CompanyReference company = pickers.reference(shown.data().companyId());
    header.show(
        DealTexts.title(shown.data(), shown.unopenable()),
        Stream.of(
                company == null ? "" : company.name(),
                DealTexts.money(shown.data().amount(), shown.data().currency()),
                stages.name(shown.data().stageId()))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")),
        Avatar.Shape.COMPANY);
    boolean open = shown.standing().state() == DealState.OPEN;
    if (!open) {
      header.addBadge(DealTexts.state(shown.standing().state()));
    } else if (shown.data().stageId() != null
        && stages.wantsCare(shown.data().stageId(), shown.standing().since(), Instant.now())) {
      header.addWarning(t("deal.care", DealTexts.age(shown.standing().since(), Instant.now())));
    }
    win.setVisible(open && edit.isVisible());
    lose.setVisible(open && edit.isVisible());
    reopen.setVisible(!open && edit.isVisible());
    marks.show(header, "deal", shown.id().value(), shown.data().tags());
    notice.removeAll();
    unfinished.notice(shown, this::edit).ifPresent(notice::add);
    details.removeAll();
    var side = new Div();
    side.addClassName("record-side");
    related.forEach(panel -> side.add(panel.show(shown.id().value())));
    side.add(new StagePath(deals.path(shown.id()), stages));
    details.add(new DealFacts(shown, company, stages, members.all(), custom.book("deal")), side);
    var card = new DealLinesCard(shown);
    if (edit.isVisible() && !member.rights().fixed("deal").contains("lines")) {
      card.offer(new Button(t("deal.lines.edit"), Glyph.EDIT.create(), _ -> editProducts()));
    }
    products.removeAll();
    products.add(card);
    tabs.show(shown.id().value());
    if (historyShown) {
      fillHistory(shown);
    }
  }

  private Div firstHistory() {
    historyShown = true;
    if (deal != null) {
      fillHistory(deal);
    }
    return history;
  }

  private void fillHistory(Deal shown) {
    history.removeAll();
    history.add(histories.of(new RecordRef("deal", shown.id().value()), this::reload));
  }

  private void edit() {
    if (deal != null && edit.isVisible()) {
      notice.removeAll();
      editor.edit(deal, this::saved);
    }
  }

  private void editProducts() {
    if (deal != null) {
      notice.removeAll();
      editor.editProducts(deal, this::saved);
    }
  }

  private void saved(DealId saved) {
    if (deal != null && saved.equals(deal.id())) {
      reload();
    } else {
      DealNavigation.open(saved);
    }
  }

  private void win() {
    if (deal != null) {
      moving.win(deal.id(), deal.version(), this::reload);
    }
  }

  private void lose() {
    if (deal != null) {
      moving.lose(deal.id(), deal.version(), this::reload);
    }
  }

  private void reopen() {
    if (deal != null) {
      moving.reopen(deal.id(), deal.version(), this::reload);
    }
  }

  private void archive() {
    Deal shown = deal;
    if (shown != null) {
      archiving.archive(
          List.of(shown.id()), DealNavigation::openLeft, () -> DealNavigation.open(shown.id()));
    }
  }

  @Override
  public String getPageTitle() {
    return deal == null ? t("deal.list.title") : DealTexts.title(deal.data(), deal.unopenable());
  }
}
