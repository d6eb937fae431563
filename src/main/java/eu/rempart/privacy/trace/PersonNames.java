package eu.rempart.privacy.trace;

import eu.rempart.common.EmailEntry;
import eu.rempart.common.PhoneEntry;
import eu.rempart.db.generated.ContactSealed;
import eu.rempart.db.kept.KeptRow;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person is and was called, and by which addresses and numbers: how texts name them. */
public final class PersonNames {

  /** Letters from which on a surname says anything by itself. */
  private static final int TELLING = 3;

  /** The last digits of a number, which stand in it with and without the country's code. */
  private static final int DIGITS = 8;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern BETWEEN_DIGITS =
      Pattern.compile("(?<=\\d)[\\s().\\-/\\u00a0]+(?=\\d)");
  private static final Pattern NO_DIGIT = Pattern.compile("\\D+");

  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<String> whole = new LinkedHashSet<>();
  private final Set<String> surnames = new LinkedHashSet<>();
  private final Set<String> numbers = new LinkedHashSet<>();
  private final Set<Pattern> addresses = new LinkedHashSet<>();

  /** What others have too says no more than a surname. */
  private final Set<String> sharedNumbers = new LinkedHashSet<>();

  private final Set<Pattern> sharedAddresses = new LinkedHashSet<>();

  PersonNames(Iterable<KeptRow> versions, Holders.Others others) {
    Set<String> mails = new LinkedHashSet<>();
    Set<String> dialled = new LinkedHashSet<>();
    for (KeptRow row : versions) {
      String first = row.open(ContactSealed.FIRST_NAME).or("").strip();
      String last = row.open(ContactSealed.LAST_NAME).or("").strip();
      name(first, last);
      row.open(ContactSealed.EMAILS).or(List.<EmailEntry>of()).stream()
          .map(email -> email.address().value())
          .forEach(mails::add);
      row.open(ContactSealed.PHONES).or(List.<PhoneEntry>of()).stream()
          .map(PhoneEntry::number)
          .forEach(
              number -> {
                dialled.add(number.dialled());
                asked.add(number.typed());
              });
    }
    asked.addAll(mails);
    asked.addAll(dialled);
    for (String mail : mails) {
      (others.haveMail(mail) ? sharedAddresses : addresses).add(address(mail));
    }
    for (String number : dialled) {
      String digits = NO_DIGIT.matcher(number).replaceAll("");
      if (digits.length() >= DIGITS) {
        (others.haveNumber(number) ? sharedNumbers : numbers)
            .add(digits.substring(digits.length() - DIGITS));
      }
    }
    numbers.removeAll(sharedNumbers);
  }

  private static Pattern address(String mail) {
    return Pattern.compile("(?<![\\w.%+-])" + Pattern.quote(fold(mail)) + "(?![\\w-])");
  }

  private void name(String first, String last) {
    asked.add((first + " " + last).strip());
    asked.remove("");
    String given = words(first);
    String surname = words(last);
    if (!given.isBlank() && !surname.isBlank()) {
      whole.add(given + surname.stripLeading());
      whole.add(surname + given.stripLeading());
    }
    String alone = surname.isBlank() ? given : surname;
    if (alone.strip().length() >= TELLING) {
      surnames.add(alone);
    }
  }

  /** What the index is asked for. */
  Set<String> asked() {
    return asked;
  }

  /** Whether a text names the person. */
  Naming in(String text) {
    String folded = fold(text);
    String words = words(folded);
    if (whole.stream().anyMatch(words::contains)
        || isIn(addresses, folded)
        || isCalled(numbers, folded)) {
      return Naming.SURE;
    }
    return surnames.stream().anyMatch(words::contains)
            || isIn(sharedAddresses, folded)
            || isCalled(sharedNumbers, folded)
        ? Naming.LIKELY
        : Naming.NO;
  }

  /** Whether an address stands in a value that nobody but the person has. */
  boolean addressed(Object value) {
    return isIn(addresses, fold(plain(value)));
  }

  private static boolean isIn(Set<Pattern> addresses, String text) {
    return addresses.stream().anyMatch(address -> address.matcher(text).find());
  }

  private static boolean isCalled(Set<String> numbers, String text) {
    if (numbers.isEmpty()) {
      return false;
    }
    String together = BETWEEN_DIGITS.matcher(text).replaceAll("");
    return numbers.stream().anyMatch(together::contains);
  }

  /** Whether a value names the person: a text, or a list of addresses or numbers. */
  Naming in(Object value) {
    return in(plain(value));
  }

  private static String plain(Object value) {
    return switch (value) {
      case String text -> text;
      case List<?> list -> list.stream().map(PersonNames::text).collect(Collectors.joining("\n"));
      default -> "";
    };
  }

  private static String text(Object value) {
    return switch (value) {
      case EmailEntry email -> email.address().value();
      case PhoneEntry phone -> phone.number().dialled();
      default -> value.toString();
    };
  }

  private static String fold(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /** Words with one space between, before and after; blank where there are none. */
  private static String words(String text) {
    return Stream.of(BETWEEN_WORDS.split(fold(text)))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" ", " ", " "));
  }
}
