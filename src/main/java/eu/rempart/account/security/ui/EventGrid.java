package eu.rempart.account.security.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import eu.rempart.account.security.SecurityNote;
import eu.rempart.shell.RecordWords;
import eu.rempart.shell.list.Phone;
import eu.rempart.shell.part.RelativeTime;
import eu.rempart.vault.event.SecurityEvent.Place;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Security events, each in words: what, whom, where from, which record, under which code. */
final class EventGrid extends Grid<SecurityNote> {

  private static final long serialVersionUID = 1L;

  private final transient RecordWords records;
  private final transient Map<UUID, String> members;

  /**
   * Shows events in their order.
   *
   * @param members names of members by id
   */
  EventGrid(List<SecurityNote> events, RecordWords records, Map<UUID, String> members) {
    this.records = records;
    this.members = members;
    addClassName("event-grid");
    getElement().setAttribute("aria-label", t("account.security.events"));
    setSelectionMode(SelectionMode.NONE);
    addComponentColumn(this::what).setHeader(t("account.security.kind")).setFlexGrow(4);
    addColumn(this::whom).setHeader(t("account.security.whom")).setFlexGrow(2);
    addColumn(EventGrid::from).setHeader(t("account.security.address"));
    addColumn(EventGrid::code).setHeader(t("account.security.code"));
    addComponentColumn(note -> new RelativeTime(note.at())).setHeader(t("account.security.when"));
    Phone.cards(this, addComponentColumn(this::card).setFlexGrow(1));
    setAllRowsVisible(true);
    setItems(events);
  }

  private Component what(SecurityNote note) {
    var title = new Span(EventText.of(note.kind()));
    var head = new Div(title);
    head.addClassName("event-head");
    if (!note.severity().equals("INFO")) {
      var severity = new Span(EventText.severity(note.severity()));
      severity.addClassNames("event-severity", "event-" + note.severity().toLowerCase(Locale.ROOT));
      head.add(severity);
    }
    var what = new Div(head);
    what.addClassName("event-what");
    Place place = note.place();
    if (place != null) {
      what.add(soft(where(place)));
    }
    String detail = EventText.detail(note, members);
    if (!detail.isEmpty()) {
      what.add(soft(new Span(detail)));
    }
    return what;
  }

  private static Div soft(Component... parts) {
    var line = new Div(parts);
    line.addClassName("account-soft");
    return line;
  }

  private Component[] where(Place place) {
    return records
        .of(place.table(), place.recordId(), place.field())
        .map(
            words ->
                new Component[] {
                  words.route().isEmpty() ? new Span(words.record()) : link(words),
                  new Span(" · " + t("account.noted.field", words.field()))
                })
        .orElseGet(
            () ->
                new Component[] {new Span(t("account.noted.place", place.table(), place.field()))});
  }

  private static Anchor link(RecordWords.Words words) {
    var link = new Anchor(words.route(), words.record());
    link.getElement().setAttribute("router-link", true);
    return link;
  }

  private String whom(SecurityNote note) {
    UUID member = note.memberId();
    return member == null ? "" : members.getOrDefault(member, t("account.noted.somebody"));
  }

  private static String from(SecurityNote note) {
    String address = note.address();
    return address == null ? "" : address;
  }

  private static String code(SecurityNote note) {
    String code = note.code();
    return code == null ? "" : code;
  }

  /** The same as a card, for a phone. */
  private Component card(SecurityNote note) {
    var facts = new Div();
    facts.addClassNames("account-soft", "event-facts");
    for (String fact : List.of(whom(note), from(note), code(note))) {
      if (!fact.isEmpty()) {
        facts.add(new Span(fact));
      }
    }
    facts.add(new RelativeTime(note.at()));
    var card = new Div(what(note), facts);
    card.addClassName("account-card");
    return card;
  }
}
