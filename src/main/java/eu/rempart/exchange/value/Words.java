package eu.rempart.exchange.value;

import eu.rempart.activity.value.ActivityKind;
import eu.rempart.activity.value.ActivityPriority;
import eu.rempart.activity.value.ActivityStatus;
import eu.rempart.common.AddressKind;
import eu.rempart.common.EmailKind;
import eu.rempart.common.PhoneKind;
import eu.rempart.deal.pipeline.DealState;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** Words of several languages with one meaning, from {@code exchange/words.properties}. */
public final class Words {

  private static final Map<String, Map<String, String>> GROUPS = load();

  private Words() {}

  /** Whether a cell says yes; nothing when it says neither yes nor no. */
  public static Optional<Boolean> yesOrNo(String text) {
    return meaning("answer", TextKey.of(text)).map("yes"::equals);
  }

  /** Whether a cell says "company" rather than "person". */
  public static boolean isCompanyWord(String text) {
    return meaning("record", TextKey.of(text)).isPresent();
  }

  /** The type of company that the words name: customer, prospect, partner, supplier, competitor. */
  public static Optional<String> companyType(String text) {
    return meaning("type", TextKey.of(text));
  }

  /** Whether an address that begins so belongs to a house rather than to a person. */
  public static boolean isHouse(String localPart) {
    return meaning("mailbox", TextKey.of(localPart)).isPresent();
  }

  /** What part in decisions the words name, as the company role is called in the database. */
  public static Optional<String> role(String text) {
    return meaning("role", TextKey.of(text));
  }

  /** How a deal stands that the words say so of, be they a state's or a stage's. */
  public static Optional<DealState> dealState(String text) {
    return meaning("state", TextKey.of(text)).map(DealState::valueOf);
  }

  /** What is to be done. */
  public static Optional<ActivityKind> activityKind(String text) {
    return meaning("activity", TextKey.of(text)).map(ActivityKind::valueOf);
  }

  /** Whether it is done; a bare yes means that. */
  public static Optional<ActivityStatus> activityStatus(String text) {
    return meaning("status", TextKey.of(text))
        .map(ActivityStatus::valueOf)
        .or(() -> yesOrNo(text).map(done -> done ? ActivityStatus.DONE : ActivityStatus.OPEN));
  }

  public static Optional<ActivityPriority> activityPriority(String text) {
    return meaning("priority", TextKey.of(text)).map(ActivityPriority::valueOf);
  }

  /** What kind of address a label such as {@code Work} or {@code Travail} means. */
  public static Optional<EmailKind> emailKind(String label) {
    return switch (place(label)) {
      case "work" -> Optional.of(EmailKind.WORK);
      case "home" -> Optional.of(EmailKind.HOME);
      case "" -> Optional.empty();
      default -> Optional.of(EmailKind.OTHER);
    };
  }

  /** What kind of phone a label such as {@code Work Fax} or {@code Mobil} means. */
  public static Optional<PhoneKind> phoneKind(String label) {
    for (var word : TextKey.of(label).split(" ", -1)) {
      var device = meaning("device", word);
      if (device.isPresent()) {
        return switch (device.get()) {
          case "fax" -> Optional.of(PhoneKind.FAX);
          case "pager" -> Optional.of(PhoneKind.PAGER);
          default -> Optional.of(PhoneKind.MOBILE);
        };
      }
    }
    return switch (place(label)) {
      case "work" -> Optional.of(PhoneKind.WORK);
      case "home" -> Optional.of(PhoneKind.HOME);
      case "" -> Optional.empty();
      default -> Optional.of(PhoneKind.OTHER);
    };
  }

  /** What kind of postal address a label means. */
  public static Optional<AddressKind> addressKind(String label) {
    return switch (place(label)) {
      case "work" -> Optional.of(AddressKind.WORK);
      case "home" -> Optional.of(AddressKind.HOME);
      case "billing" -> Optional.of(AddressKind.BILLING);
      case "shipping" -> Optional.of(AddressKind.SHIPPING);
      case "" -> Optional.empty();
      default -> Optional.of(AddressKind.OTHER);
    };
  }

  /** Work, home, billing, shipping; other for a word that is none of them; empty for no word. */
  private static String place(String label) {
    var key = TextKey.of(label);
    if (key.isEmpty()) {
      return "";
    }
    for (var word : key.split(" ", -1)) {
      var place = meaning("place", word);
      if (place.isPresent()) {
        return place.get();
      }
    }
    return "other";
  }

  private static Optional<String> meaning(String group, String key) {
    return Optional.ofNullable(Objects.requireNonNull(GROUPS.get(group)).get(key));
  }

  private static Map<String, Map<String, String>> load() {
    var properties = new Properties();
    try (var in =
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream("/exchange/words.properties")),
            StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var groups = new HashMap<String, Map<String, String>>();
    for (var name : properties.stringPropertyNames()) {
      var dot = name.indexOf('.');
      var group = groups.computeIfAbsent(name.substring(0, dot), _ -> new HashMap<>());
      Arrays.stream(properties.getProperty(name).split(",", -1))
          .forEach(word -> group.put(TextKey.of(word), name.substring(dot + 1)));
    }
    return groups;
  }
}
