package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import eu.rempart.account.Access;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.MemberNames;
import eu.rempart.account.Right;
import eu.rempart.history.RecordRef;
import eu.rempart.history.ui.HistoryPanels;
import eu.rempart.quote.Quote;
import eu.rempart.quote.QuoteField;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteService;
import eu.rempart.quote.QuoteState;
import eu.rempart.quote.pdf.QuoteDocumentService;
import eu.rempart.shell.MainLayout;
import eu.rempart.shell.RecordMarks;
import eu.rempart.shell.RecordTab;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.custom.CustomFields;
import eu.rempart.shell.list.ListAddress;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RecordHeader;
import eu.rempart.shell.part.RecordTabs;
import eu.rempart.shell.part.UrlTabs;
import eu.rempart.shell.text.Formats;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** One quote: what it says, how far it is, and its history. */
@StyleSheet("styles/quotes.css")
@Route(value = QuoteNavigation.DETAILS, layout = MainLayout.class)
@RolesAllowed(Access.RECORDS)
public class QuoteDetailsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

  private static final long serialVersionUID = 1L;

  private final transient QuoteService quotes;
  private final transient QuoteDocumentService documents;
  private final transient QuotePickers pickers;
  private final transient QuoteEditor editor;
  private final transient QuoteUnfinished unfinished;
  private final transient QuoteActions actions;
  private final transient MemberNames members;
  private final transient CurrentMember member;
  private final transient HistoryPanels histories;
  private final transient RecordMarks marks;
  private final transient CustomFields custom;
  private final transient List<RelatedPanel> related;
  private final transient RecordTabs tabs;
  private final RecordHeader header = new RecordHeader();
  private final Div tools = new Div();
  private final Div notice = new Div();
  private final Div details = new Div();
  private final Div history = new Div();
  private boolean historyShown;
  private transient @Nullable Quote quote;

  QuoteDetailsView(
      QuoteService quotes,
      QuoteDocumentService documents,
      QuotePickers pickers,
      QuoteEditor editor,
      QuoteUnfinished unfinished,
      QuoteActions actions,
      MemberNames members,
      CurrentMember member,
      HistoryPanels histories,
      RecordMarks marks,
      CustomFields custom,
      ObjectProvider<RelatedPanel> related,
      ObjectProvider<RecordTab> tabs) {
    this.quotes = quotes;
    this.documents = documents;
    this.pickers = pickers;
    this.editor = editor;
    this.unfinished = unfinished;
    this.actions = actions;
    this.members = members;
    this.member = member;
    this.histories = histories;
    this.marks = marks;
    this.custom = custom;
    this.related = related.orderedStream().filter(panel -> panel.kind().equals("quote")).toList();
    this.tabs = new RecordTabs("quote", tabs.orderedStream());
    addClassNames("quote-view", "record-view");
    notice.addClassName("draft-slot");
    details.addClassName("record-details");
    tools.addClassName("quote-tools");
    header.addAction(tools);
    var pages = new UrlTabs().add("details", t("quote.tab.details"), () -> details);
    this.tabs.addTo(pages).add("history", t("quote.tab.history"), this::firstHistory);
    add(header, notice, pages);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    QuoteId id =
        event
            .getRouteParameters()
            .get("id")
            .flatMap(ListAddress::uuid)
            .map(QuoteId::new)
            .orElseThrow(NotFoundException::new);
    show(quotes.find(id).orElseThrow(NotFoundException::new));
  }

  private void reload() {
    if (quote != null) {
      quotes.find(quote.id()).ifPresentOrElse(this::show, QuoteNavigation::openList);
    }
  }

  private void show(Quote shown) {
    quote = shown;
    QuoteState state = shown.state(LocalDate.now(Formats.zone()));
    header.show(
        QuoteTexts.title(shown.data().title(), shown.unopenable()),
        Stream.of(shown.standing().number(), shown.data().customerName())
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · ")),
        Avatar.Shape.COMPANY);
    header.addBadge(QuoteTexts.state(state));
    marks.show(header, "quote", shown.id().value(), shown.data().tags());
    offer(shown, state);
    notice.removeAll();
    if (!state.issued()) {
      unfinished.notice(shown, this::edit).ifPresent(notice::add);
    }
    details.removeAll();
    var side = new Div();
    side.addClassName("record-side");
    related.forEach(panel -> side.add(panel.show(shown.id().value())));
    side.add(new QuoteFacts(shown, quotes, pickers, members.all(), custom.book("quote")));
    details.add(new QuotePaper(shown), side);
    tabs.show(shown.id().value());
    if (historyShown) {
      fillHistory(shown);
    }
  }

  /** The steps that lead on from here, for whoever may take them. */
  private void offer(Quote shown, QuoteState state) {
    tools.removeAll();
    UUID owner = shown.data().ownerId();
    boolean writes = member.may(Right.WRITE_RECORDS, "quote", owner);
    // a document that leaves something out would say something else
    if (shown.unreadable().isEmpty()
        && QuoteField.onPaper(member.rights().hidden("quote")).isEmpty()) {
      tools.add(pdf(shown));
    }
    if (state == QuoteState.DRAFT && member.may(Right.ARCHIVE_RECORDS, "quote", owner)) {
      tools.add(
          button(
              "quote.archive",
              Glyph.ARCHIVE,
              () -> actions.archive(shown.id(), QuoteNavigation::openList)));
    }
    if (!writes) {
      return;
    }
    switch (state) {
      case DRAFT -> {
        var edit = button("quote.edit", Glyph.EDIT, this::edit);
        Shortcuts.on(edit, Shortcuts.EDIT);
        tools.add(edit);
        tools.add(primary("quote.issue", Glyph.CHECK, () -> actions.issue(shown, this::reload)));
      }
      case ISSUED, EXPIRED -> {
        tools.add(unchangeable());
        tools.add(revise(shown));
        tools.add(button("quote.decline", Glyph.CLOSE, () -> actions.decline(shown, this::reload)));
        tools.add(primary("quote.accept", Glyph.CHECK, () -> actions.accept(shown, this::reload)));
      }
      case ACCEPTED, DECLINED -> {
        tools.add(unchangeable());
        tools.add(revise(shown));
        tools.add(button("quote.reopen", Glyph.UNDO, () -> actions.reopen(shown, this::reload)));
      }
      case REVISED -> {
        // the quote that took its place goes on from here
      }
    }
  }

  /** Answers the key that edits: nothing of an issued quote changes. Not seen, nor read out. */
  private static Button unchangeable() {
    var key = new Button("", _ -> Notices.info(t("quote.issued.unchangeable", t("quote.revise"))));
    key.addClassName("visually-hidden");
    key.setTabIndex(-1);
    key.getElement().setAttribute("aria-hidden", "true");
    Shortcuts.on(key, Shortcuts.EDIT);
    return key;
  }

  private Button revise(Quote shown) {
    return button("quote.revise", Glyph.COPY, () -> actions.revise(shown, this::reload));
  }

  private static Button button(String key, Glyph glyph, Runnable run) {
    return new Button(eu.rempart.shell.text.Texts.t(key), glyph.create(), _ -> run.run());
  }

  private static Button primary(String key, Glyph glyph, Runnable run) {
    Button button = button(key, glyph, run);
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }

  private Anchor pdf(Quote shown) {
    QuoteId id = shown.id();
    String name = QuoteDocumentService.fileName(shown);
    var link =
        new Anchor(
            DownloadHandler.fromInputStream(
                event ->
                    documents
                        .pdf(id)
                        .map(
                            bytes ->
                                new DownloadResponse(
                                    new ByteArrayInputStream(bytes),
                                    name,
                                    "application/pdf",
                                    bytes.length))
                        .orElseGet(() -> DownloadResponse.error(404))),
            t("quote.pdf"));
    link.getElement().setAttribute("download", true);
    link.addClassName("quote-pdf");
    return link;
  }

  private Div firstHistory() {
    historyShown = true;
    if (quote != null) {
      fillHistory(quote);
    }
    return history;
  }

  private void fillHistory(Quote shown) {
    history.removeAll();
    history.add(histories.of(new RecordRef("quote", shown.id().value()), this::reload));
  }

  private void edit() {
    if (quote != null) {
      notice.removeAll();
      editor.edit(
          quote,
          saved -> {
            if (quote != null && saved.equals(quote.id())) {
              reload();
            } else {
              QuoteNavigation.open(saved);
            }
          });
    }
  }

  @Override
  public String getPageTitle() {
    return quote == null
        ? t("quote.list.title")
        : QuoteTexts.title(quote.data().title(), quote.unopenable());
  }
}
