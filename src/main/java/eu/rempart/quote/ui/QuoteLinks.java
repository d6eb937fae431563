package eu.rempart.quote.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.common.Page;
import eu.rempart.quote.QuoteData;
import eu.rempart.quote.QuoteRow;
import eu.rempart.quote.QuoteState;
import eu.rempart.shell.command.Shortcuts;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.text.Formats;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Quotes as lines on the page of another record, with a way to write one. */
@org.springframework.stereotype.Component
final class QuoteLinks {

  /** More are found in the list of quotes. */
  static final int SHOWN = 10;

  private final QuoteEditor editor;
  private final CurrentMember member;

  QuoteLinks(QuoteEditor editor, CurrentMember member) {
    this.editor = editor;
    this.member = member;
  }

  /**
   * The panel.
   *
   * @param start what a new quote says at first
   */
  Component panel(Supplier<Page<QuoteRow>> quotes, Supplier<QuoteData> start) {
    Page<QuoteRow> page = quotes.get();
    var card = new Card(t("quote.of.title", page.total()));
    if (member.may(Right.WRITE_RECORDS, "quote")) {
      var add =
          new Button(
              t("quote.add"),
              Glyph.ADD.create(),
              _ -> editor.create(start.get(), QuoteNavigation::open));
      add.addThemeVariants(ButtonVariant.TERTIARY);
      Shortcuts.on(add, QuoteNavigation.NEW_KEYS);
      card.withAction(add);
    }
    if (page.rows().isEmpty()) {
      card.add(new Paragraph(t("quote.of.empty")));
    } else {
      var list = new UnorderedList();
      list.addClassNames("link-lines", "quote-links");
      page.rows().forEach(row -> list.add(line(row)));
      card.add(list);
    }
    return card;
  }

  private static ListItem line(QuoteRow row) {
    LocalDate today = LocalDate.now(Formats.zone());
    String title = QuoteTexts.title(row.title(), row.unopenable());
    var link = new Anchor(QuoteNavigation.details(row.id()), title);
    link.getElement().setAttribute("router-link", true);
    var what =
        new Span(
            Stream.of(
                    row.number(),
                    QuoteTexts.money(row.total(), row.currency()),
                    QuoteTexts.state(row.state(today)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · ")));
    what.addClassName("link-what");
    var words = new Div(link, what);
    words.addClassName("link-words");
    var item = new ListItem(new Avatar(title, Avatar.Shape.COMPANY), words);
    item.setClassName(
        "former", row.kept() == QuoteState.REVISED || row.kept() == QuoteState.DECLINED);
    return item;
  }
}
