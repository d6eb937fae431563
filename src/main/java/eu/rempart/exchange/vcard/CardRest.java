package eu.rempart.exchange.vcard;

import eu.rempart.exchange.value.CompanyDraft;
import eu.rempart.exchange.value.Place;
import eu.rempart.exchange.value.ReachDraft;
import ezvcard.VCard;
import ezvcard.parameter.VCardParameters;
import ezvcard.property.Agent;
import ezvcard.property.Anniversary;
import ezvcard.property.Categories;
import ezvcard.property.DateOrTimeProperty;
import ezvcard.property.Gender;
import ezvcard.property.Geo;
import ezvcard.property.Impp;
import ezvcard.property.RawProperty;
import ezvcard.property.Related;
import ezvcard.property.TextListProperty;
import ezvcard.property.TextProperty;
import ezvcard.property.VCardProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a card says about somebody besides names and addresses: categories are tags; what no
 * field here can hold goes into the description, behind its name or its label: messengers,
 * anniversaries, relations, what programs add of their own. What only programs read is left out.
 */
final class CardRest {

  /** Read into fields, or nothing that a person would look for. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "Address",
          "Birthday",
          "CalendarRequestUri",
          "CalendarUri",
          "Classification",
          "ClientPidMap",
          "Email",
          "FormattedName",
          "FreeBusyUrl",
          "Key",
          "Kind",
          "Language",
          "Logo",
          "Mailer",
          "Member",
          "Nickname",
          "Note",
          "Organization",
          "Photo",
          "ProductId",
          "Profile",
          "Revision",
          "SortString",
          "Sound",
          "Source",
          "SourceDisplayText",
          "StructuredName",
          "Telephone",
          "Timezone",
          "Uid",
          "Url",
          "Xml");

  /** Read where a person is: companies have none of these. */
  private static final Set<String> OF_PEOPLE = Set.of("Role", "Title");

  private static final Pattern TECHNICAL =
      Pattern.compile(
          "BDAY|LANG|X-AB(LABEL|ADR|SHOWAS|UID|ORDER|RELATEDTYPE)|X-ADDRESSBOOKSERVER-.*|X-APPLE-.*"
              + "|X-MOZILLA-HTML|X-MS-OL-.*|X-MS-SIGNATURE|X-MS-CARDPICTURE|X-EVOLUTION-(FILE-AS|LIST.*|WEBDAV.*)"
              + "|X-IMAGE.*|X-SHARED-.*|X-KADDRESSBOOK-.*|X-PHONETIC-.*|X-CLASS|X-ACCOUNT.*"
              + "|X-CREATED.*|X-MODIFIED.*|X-REDUCTION|X-NO|X-.*-(UID|ETAG|HREF)|SORT-AS|CREATED"
              + "|LAST-MODIFIED|X-RADICALE-.*|X-OC-.*|X-TIMES_CONTACTED|X-LAST_TIME_CONTACTED",
          Pattern.CASE_INSENSITIVE);

  /** Groups that Google puts everybody into. */
  private static final Set<String> EVERYBODY = Set.of("myContacts", "starred");

  private static final int MAX_TEXT = 2_000;
  private static final String ANDROID = "vnd.android.cursor.item/";

  private CardRest() {}

  static void keep(VCard card, ReachDraft draft) {
    var labels = labels(card);
    for (var property : card.getProperties()) {
      var type = property.getClass().getSimpleName();
      var company = draft instanceof CompanyDraft;
      if (LEFT_OUT.contains(type) || (!company && OF_PEOPLE.contains(type))) {
        continue;
      }
      if (property instanceof RawProperty raw
          && TECHNICAL.matcher(raw.getPropertyName()).matches()) {
        continue;
      }
      if (property instanceof Categories categories) {
        categories.getValues().stream()
            .filter(value -> value != null && !EVERYBODY.contains(value))
            .forEach(value -> draft.tags(CardReader.text(value)));
        continue;
      }
      if (property instanceof Agent agent) {
        draft.remark(new Place(-1, "AGENT"), agent(agent));
        continue;
      }
      var text = text(property);
      if (text.length() > MAX_TEXT) {
        draft.remark(new Place(-1, name(property)), text);
      } else if (!text.isEmpty()) {
        var group = property.getGroup() == null ? "" : property.getGroup().toLowerCase(Locale.ROOT);
        draft.keep(new Place(-1, labels.getOrDefault(group, name(property))), text);
      }
    }
  }

  /** Apple's labels by group; its own ones stand in {@code _$!<Anniversary>!$_}. */
  static Map<String, String> labels(VCard card) {
    var labels = new HashMap<String, String>();
    for (var label : card.getExtendedProperties("X-ABLabel")) {
      var text = CardReader.text(label.getValue());
      if (label.getGroup() != null && !text.isEmpty()) {
        labels.put(
            label.getGroup().toLowerCase(Locale.ROOT),
            text.replace("_$!<", "").replace(">!$_", ""));
      }
    }
    return labels;
  }

  private static String text(VCardProperty property) {
    return CardReader.text(
        switch (property) {
          case RawProperty raw -> raw(raw);
          case TextListProperty list ->
              list.getValues().stream().filter(Objects::nonNull).collect(Collectors.joining(", "));
          case TextProperty one -> one.getValue();
          case DateOrTimeProperty date ->
              date.getDate() != null
                  ? date.getDate().toString()
                  : date.getPartialDate() != null
                      ? date.getPartialDate().toISO8601(true)
                      : date.getText();
          case Impp messenger -> messenger.getUri() == null ? "" : messenger.getUri().toString();
          case Related related -> related.getText() == null ? related.getUri() : related.getText();
          case Gender gender -> Objects.requireNonNullElse(gender.getText(), gender.getGender());
          case Geo geo -> geo.getGeoUri() == null ? "" : geo.getGeoUri().toString();
          default -> "";
        });
  }

  /** Somebody's assistant or secretary, as a card within the card or elsewhere. */
  private static String agent(Agent agent) {
    var card = agent.getVCard();
    if (card == null) {
      return CardReader.text(agent.getUrl());
    }
    var name = card.getStructuredName();
    var shown = card.getFormattedName() == null ? "" : card.getFormattedName().getValue();
    var parts = new ArrayList<@Nullable String>();
    parts.add(
        !CardReader.text(shown).isEmpty() || name == null
            ? shown
            : CardReader.text(name.getGiven()) + " " + CardReader.text(name.getFamily()));
    card.getTitles().forEach(title -> parts.add(title.getValue()));
    card.getTelephoneNumbers().forEach(phone -> parts.add(phone.getText()));
    card.getEmails().forEach(email -> parts.add(email.getValue()));
    card.getNotes().forEach(note -> parts.add(note.getValue()));
    return parts.stream()
        .map(CardReader::text)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** Android writes fields of its own as {@code vnd.android.cursor.item/nickname;Bob;1;;}. */
  private static String raw(RawProperty property) {
    var value = CardReader.text(property.getValue());
    return value.startsWith(ANDROID)
        ? List.of(value.substring(value.indexOf('/') + 1).split(";", -1)).stream()
            .filter(part -> !part.isBlank() && !part.matches("\\d+"))
            .reduce((kind, more) -> kind + (kind.indexOf(": ") < 0 ? ": " : ", ") + more)
            .orElse("")
        : value;
  }

  private static String name(VCardProperty property) {
    if (property instanceof RawProperty raw) {
      return raw.getPropertyName().toUpperCase(Locale.ROOT);
    }
    var types = property.getParameters().get(VCardParameters.TYPE);
    var name =
        property instanceof Anniversary
            ? "ANNIVERSARY"
            : property.getClass().getSimpleName().toUpperCase(Locale.ROOT);
    return types.isEmpty() ? name : name + " (" + String.join(", ", types) + ")";
  }
}
