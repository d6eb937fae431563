package eu.rempart.exchange.ui;

import com.vaadin.flow.server.streams.DownloadHandler;
import eu.rempart.account.MemberNames;
import eu.rempart.activity.ActivityId;
import eu.rempart.activity.ActivityQuery;
import eu.rempart.company.CompanyId;
import eu.rempart.company.CompanyQuery;
import eu.rempart.contact.ContactId;
import eu.rempart.contact.ContactQuery;
import eu.rempart.deal.DealId;
import eu.rempart.deal.DealQuery;
import eu.rempart.exchange.export.ActivityExport;
import eu.rempart.exchange.export.DealExport;
import eu.rempart.exchange.export.ExportWords;
import eu.rempart.exchange.export.QuoteExport;
import eu.rempart.exchange.export.RecordExport;
import eu.rempart.exchange.export.TableFormat;
import eu.rempart.exchange.vcard.VCardExport;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.QuoteQuery;
import eu.rempart.shell.list.ListExport;
import eu.rempart.shell.tag.TagLook;
import eu.rempart.shell.tag.Tags;
import eu.rempart.shell.text.Formats;
import eu.rempart.shell.text.Texts;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The formats that lists of records can be taken out in. */
@Configuration(proxyBeanMethods = false)
class ExportSteps {

  private static final String CSV = "text/csv; charset=utf-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final String CALENDAR = "text/calendar; charset=utf-8";
  private static final String VCARD = "text/vcard; charset=utf-8";

  /** Writes records; checks the right to. */
  private interface Writer<Q, I> {
    void write(Q query, List<I> chosen, ExportWords words, OutputStream out) throws IOException;
  }

  /** Where names of members and tags come from. */
  private record Names(MemberNames members, Tags tags) {

    ExportWords words(Locale locale, TableFormat format) {
      return new ExportWords(
          locale,
          key -> Texts.in(locale, key),
          members.all(),
          tags.book().all().stream().collect(Collectors.toMap(TagLook::id, TagLook::name)),
          format,
          Formats.zone());
    }
  }

  /**
   * A format of a list.
   *
   * @param format null for text with the signs that the person's language has between cells
   */
  private record Step<Q, I>(
      String labelKey,
      String file,
      String type,
      @Nullable TableFormat format,
      Names names,
      Function<UUID, I> id,
      BiConsumer<Q, List<I>> check,
      Writer<Q, I> writer)
      implements ListExport<Q> {

    @Override
    public DownloadHandler file(Q query, List<UUID> chosen) {
      // the download has no UI to ask for the language
      Locale locale = Texts.locale();
      ExportWords words = names.words(locale, format == null ? TableFormat.usual(locale) : format);
      List<I> ids = chosen.stream().map(id).toList();
      check.accept(query, ids); // a download that fails tells nobody why
      return event -> {
        event.setFileName(file);
        event.setContentType(type);
        event.getResponse().setHeader("Cache-Control", "no-store");
        writer.write(query, ids, words, event.getOutputStream());
      };
    }
  }

  /** A list as a table: as text with each sign, the usual one first, and as a workbook. */
  private record Table<Q, I>(
      String name,
      Names names,
      Function<UUID, I> id,
      BiConsumer<Q, List<I>> check,
      Writer<Q, I> writer)
      implements ListExport<Q> {

    @Override
    public List<ListExport<Q>> variants() {
      TableFormat usual = TableFormat.usual(Texts.locale());
      return Stream.of(
              usual, TableFormat.XLSX, TableFormat.COMMA, TableFormat.SEMICOLON, TableFormat.TAB)
          .distinct()
          .<ListExport<Q>>map(this::step)
          .toList();
    }

    private Step<Q, I> step(TableFormat format) {
      return new Step<>(
          labelKey(format),
          name + "." + format.extension(),
          format == TableFormat.XLSX ? XLSX : CSV,
          format,
          names,
          id,
          check,
          writer);
    }

    private static String labelKey(TableFormat format) {
      return switch (format) {
        case COMMA -> "exchange.export.csv.comma";
        case SEMICOLON -> "exchange.export.csv.semicolon";
        case TAB -> "exchange.export.csv.tab";
        case XLSX -> "exchange.export.xlsx";
      };
    }

    @Override
    public String labelKey() {
      return labelKey(TableFormat.usual(Texts.locale()));
    }

    @Override
    public DownloadHandler file(Q query, List<UUID> chosen) {
      return step(TableFormat.usual(Texts.locale())).file(query, chosen);
    }
  }

  @Bean
  @Order(1)
  ListExport<ContactQuery> contactTable(RecordExport export, MemberNames members, Tags tags) {
    return new Table<>(
        "contacts",
        new Names(members, tags),
        ContactId::new,
        export::check,
        export::contactsAsTable);
  }

  @Bean
  @Order(2)
  ListExport<ContactQuery> contactCards(RecordExport export, MemberNames members, Tags tags) {
    return cards(export, members, tags, "exchange.export.cards", VCardExport.Version.V4);
  }

  @Bean
  @Order(3)
  ListExport<ContactQuery> contactOlderCards(RecordExport export, MemberNames members, Tags tags) {
    return cards(export, members, tags, "exchange.export.cards.older", VCardExport.Version.V3);
  }

  private static ListExport<ContactQuery> cards(
      RecordExport export,
      MemberNames members,
      Tags tags,
      String labelKey,
      VCardExport.Version version) {
    return new Step<ContactQuery, ContactId>(
        labelKey,
        "contacts.vcf",
        VCARD,
        null,
        new Names(members, tags),
        ContactId::new,
        export::check,
        (query, chosen, words, out) -> export.contactsAsCards(query, chosen, version, out));
  }

  @Bean
  ListExport<CompanyQuery> companyTable(RecordExport export, MemberNames members, Tags tags) {
    return new Table<>(
        "companies",
        new Names(members, tags),
        CompanyId::new,
        export::check,
        export::companiesAsTable);
  }

  @Bean
  @Order(2)
  ListExport<ActivityQuery> activityCalendar(
      ActivityExport export, MemberNames members, Tags tags) {
    return new Step<>(
        "activity.ical.export",
        "activities.ics",
        CALENDAR,
        null,
        new Names(members, tags),
        ActivityId::new,
        export::check,
        export::asCalendar);
  }

  @Bean
  @Order(1)
  ListExport<ActivityQuery> activityTable(ActivityExport export, MemberNames members, Tags tags) {
    return new Table<>(
        "activities", new Names(members, tags), ActivityId::new, export::check, export::asTable);
  }

  @Bean
  ListExport<QuoteQuery> quoteTable(QuoteExport export, MemberNames members, Tags tags) {
    return new Table<>(
        "quotes", new Names(members, tags), QuoteId::new, export::check, export::asTable);
  }

  @Bean
  ListExport<DealQuery> dealTable(DealExport export, MemberNames members, Tags tags) {
    return new Table<>(
        "deals", new Names(members, tags), DealId::new, export::check, export::asTable);
  }
}
