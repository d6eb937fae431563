package eu.rempart.exchange.ui;

import eu.rempart.activity.value.When;
import eu.rempart.common.EmailEntry;
import eu.rempart.common.PhoneEntry;
import eu.rempart.exchange.format.ImportedActivity;
import eu.rempart.exchange.format.ImportedCompany;
import eu.rempart.exchange.format.ImportedDeal;
import eu.rempart.exchange.format.ImportedPerson;
import eu.rempart.exchange.format.ImportedRow;
import eu.rempart.shell.text.Formats;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a row were understood as, where they could have been read otherwise: amounts,
 * dates, numbers and addresses. Plain text in the words of whoever looks.
 */
final class ReadValues {

  /** A year that has all days. */
  private static final int LEAP = 2000;

  private ReadValues() {}

  /** Empty where the row says nothing of the kind. */
  static String of(ImportedRow row) {
    ImportedPerson person = row.person();
    ImportedDeal deal = row.deal();
    ImportedActivity activity = row.activity();
    Stream<String> values =
        person != null
            ? person(person, row)
            : deal != null
                ? deal(deal)
                : activity != null
                    ? activity(activity)
                    : row.companies().stream().limit(1).flatMap(link -> company(link.company()));
    return values.filter(value -> !value.isBlank()).collect(Collectors.joining(" · "));
  }

  private static Stream<String> person(ImportedPerson person, ImportedRow row) {
    return Stream.of(
            reach(person.emails(), person.phones()),
            Optional.ofNullable(person.birthday()).stream()
                .map(
                    day ->
                        day.date()
                            .map(Formats::date)
                            .orElse(Formats.monthDay(day.day().atYear(LEAP)))),
            row.companies().stream().map(link -> link.company().name()))
        .flatMap(values -> values);
  }

  private static Stream<String> company(ImportedCompany company) {
    return Stream.of(
            reach(company.emails(), company.phones()),
            Optional.ofNullable(company.annualRevenue()).stream()
                .map(revenue -> Formats.exactMoney(revenue, blank(company.revenueCurrency()))))
        .flatMap(values -> values);
  }

  private static Stream<String> deal(ImportedDeal deal) {
    return Stream.of(
            Optional.ofNullable(deal.amount()).stream()
                .map(amount -> Formats.exactMoney(amount, blank(deal.currency()))),
            Stream.of(deal.stage()),
            Optional.ofNullable(deal.expectedClose()).stream().map(Formats::date),
            Optional.ofNullable(deal.closedAt()).stream()
                .map(at -> Formats.date(LocalDate.ofInstant(at, Formats.zone()))))
        .flatMap(values -> values);
  }

  private static Stream<String> activity(ImportedActivity activity) {
    When when = activity.when();
    return when == null ? Stream.empty() : Stream.of(when(when));
  }

  private static String when(When when) {
    return when.allDay() ? Formats.date(when.day(Formats.zone())) : Formats.dateTime(when.at());
  }

  private static @Nullable String blank(String text) {
    return text.isEmpty() ? null : text;
  }

  /** The first address and the first number. */
  private static Stream<String> reach(List<EmailEntry> emails, List<PhoneEntry> phones) {
    return Stream.concat(
        emails.stream().limit(1).map(email -> email.address().value()),
        phones.stream().limit(1).map(phone -> phone.number().pretty()));
  }
}
