package eu.rempart.shell.list;

import com.vaadin.flow.data.renderer.LitRenderer;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.RelativeTimes;
import java.time.Instant;
import java.util.function.Function;

/** Templates of cells. They run in the browser: a row costs its texts and no component. */
final class RecordTemplates {

  private RecordTemplates() {}

  static <T> LitRenderer<T> title(Function<T, RecordCard> card) {
    return with(
        card,
        """
        <a class="record-title" href="${item.route}" router-link>\
        <span class="${item.avatar}" aria-hidden="true">${item.initials}<lazy-picture of="${item.picture}"></lazy-picture></span>\
        <span>${item.title}</span></a>\
        """);
  }

  static <T> LitRenderer<T> card(Function<T, RecordCard> card) {
    return with(
        card,
        """
        <a class="record-card" href="${item.route}" router-link>\
        <span class="${item.avatar}" aria-hidden="true">${item.initials}<lazy-picture of="${item.picture}"></lazy-picture></span>\
        <span class="record-card-words"><span class="record-card-title">${item.title}</span>\
        <span class="record-card-line"><span class="record-card-subtitle">${item.subtitle}</span>\
        <span class="record-card-fact">${item.fact}</span></span></span></a>\
        """);
  }

  static <T> LitRenderer<T> time(Function<T, Instant> time) {
    return LitRenderer.<T>of(
            """
            <time class="relative-time" title="${item.exact}">${item.ago}</time>\
            """)
        .withProperty("exact", item -> Formats.dateTime(time.apply(item)))
        .withProperty("ago", item -> RelativeTimes.describe(time.apply(item), Instant.now()));
  }

  private static <T> LitRenderer<T> with(Function<T, RecordCard> card, String template) {
    return LitRenderer.<T>of(template)
        .withProperty("route", item -> card.apply(item).route())
        .withProperty("title", item -> card.apply(item).title())
        .withProperty("subtitle", item -> card.apply(item).subtitle())
        .withProperty("fact", item -> card.apply(item).fact())
        .withProperty("picture", item -> card.apply(item).picture())
        .withProperty("initials", item -> initialsOf(card.apply(item)))
        .withProperty("avatar", item -> avatarOf(card.apply(item)));
  }

  private static String initialsOf(RecordCard card) {
    return Avatar.initials(card.title(), card.shape());
  }

  private static String avatarOf(RecordCard card) {
    return Avatar.cssClasses(card.title(), card.shape());
  }
}
