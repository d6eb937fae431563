package eu.rempart.exchange.vcard;

import eu.rempart.picture.PictureReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a directory, written as the card that says the same: attributes of RFC 4519 and RFC
 * 2798, and those that Mozilla's programs add. What no property of a card means stands in its note.
 */
final class LdifEntry {

  /** What only directories look for. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "dn",
          "version",
          "changetype",
          "modifytimestamp",
          "createtimestamp",
          "creatorsname",
          "modifiersname",
          "userpassword",
          "mozillausehtmlmail",
          "xmozillausehtmlmail",
          "mozillaanyphone",
          "xmozillaanyphone",
          "countrycode",
          "instancetype",
          "usnchanged",
          "usncreated",
          "whenchanged",
          "whencreated",
          "objectguid",
          "objectsid",
          "structuralobjectclass",
          "entrycsn",
          "entrydn",
          "subschemasubentry",
          "hassubordinates",
          "entryuuid",
          "nsuniqueid");

  private static final Set<String> KEYS =
      Set.of("usercertificate", "usersmimecertificate", "userpkcs12", "mozillapgpkey");

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private final List<String> lines = new ArrayList<>();
  private byte @Nullable [] photo;
  private boolean photoSkipped;
  private boolean damaged;

  static boolean isPhoto(String name) {
    return name.equals("jpegphoto") || name.equals("thumbnailphoto") || name.equals("photo");
  }

  void photo(byte @Nullable [] file) {
    if (photo == null && file != null && PictureReader.recognises(file)) {
      photo = file;
    } else {
      photoSkipped = true;
    }
  }

  void add(String name, String value, boolean hasDamage) {
    if (!value.isEmpty()) {
      values.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(value);
      damaged |= hasDamage;
    }
  }

  boolean isEmpty() {
    return values.keySet().stream().allMatch("version"::equals);
  }

  /** A list of people, and not one. */
  boolean isGroup() {
    return values.getOrDefault("objectclass", List.of()).stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .anyMatch(name -> name.startsWith("groupof") || name.equals("mozillaablist"));
  }

  /** The card; to be asked once. */
  Card card(long number) {
    line("BEGIN", "VCARD");
    line("VERSION", "3.0");
    var shown = take("cn", "commonname", "displayname");
    line(
        "N",
        join(
            take("sn", "surname"),
            take("givenname", "gn"),
            take("middlename", "initials"),
            take("personaltitle"),
            take("generationqualifier")));
    line("FN", escaped(shown));
    line("ORG", organisation());
    each("TITLE", "title", "jobtitle");
    each("EMAIL", "mail", "rfc822mailbox", "mozillasecondemail", "xmozillasecondemail");
    each("TEL;TYPE=WORK", "telephonenumber", "workphone");
    each("TEL;TYPE=HOME", "homephone", "hometelephonenumber");
    each("TEL;TYPE=CELL", "mobile", "mobiletelephonenumber", "cellphone", "carphone");
    each("TEL;TYPE=FAX", "facsimiletelephonenumber", "fax", "homefax");
    each("TEL;TYPE=PAGER", "pager", "pagertelephonenumber", "pagerphone");
    addresses();
    each("URL;TYPE=work", "workurl", "mozillaworkurl", "labeleduri", "wwwhomepage");
    each("URL;TYPE=home", "homeurl", "mozillahomeurl");
    each("NICKNAME", "mozillanickname", "xmozillanickname", "nickname");
    each("NOTE", "description", "notes", "comment", "info");
    line("LANG", escaped(take("preferredlanguage")));
    birthday();
    var keys = values.keySet().removeAll(KEYS);
    values.remove("objectclass");
    values.keySet().removeAll(LEFT_OUT);
    values.forEach((name, all) -> all.forEach(value -> line("NOTE", escaped(name + ": " + value))));
    line("END", "VCARD");
    return new Card(
        number,
        String.join("\r\n", lines) + "\r\n",
        false,
        true,
        photo,
        photoSkipped,
        keys,
        damaged);
  }

  private String organisation() {
    var name = take("o", "organizationname", "company");
    var unit = take("ou", "orgunit", "organizationalunitname", "department", "departmentnumber");
    if (name.isEmpty() && !unit.isEmpty()) {
      add("department", unit, false);
      return "";
    }
    return unit.isEmpty() ? escaped(name) : join(name, unit);
  }

  private void addresses() {
    address(
        "ADR;TYPE=WORK",
        Stream.of(
            take("street", "streetaddress"),
            take("mozillaworkstreet2"),
            take("postofficebox"),
            lines(take("postaladdress"))),
        take("l", "locality", "localityname"),
        take("st", "stateorprovincename", "region"),
        take("postalcode", "zip"),
        take("co", "c", "countryname", "friendlycountryname"));
    address(
        "ADR;TYPE=HOME",
        Stream.of(
            take("mozillahomestreet"),
            take("mozillahomestreet2"),
            lines(take("homepostaladdress"))),
        take("mozillahomelocalityname"),
        take("mozillahomestate"),
        take("mozillahomepostalcode"),
        take("mozillahomecountryname"));
  }

  /** Directories write a dollar sign between the lines of an address. */
  private static String lines(String address) {
    return address.replaceAll("\\s*\\$\\s*", "\n");
  }

  private void address(
      String property,
      Stream<String> street,
      String city,
      String region,
      String code,
      String land) {
    var lines = street.filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    if (!(lines + city + region + code + land).isEmpty()) {
      line(property, join("", "", lines, city, region, code, land));
    }
  }

  private void birthday() {
    var year = take("birthyear");
    var month = take("birthmonth");
    var day = take("birthday");
    if (!month.isEmpty() && !day.isEmpty()) {
      line("BDAY", (year.isEmpty() ? "-" : year) + "-" + two(month) + "-" + two(day));
    }
  }

  private static String two(String number) {
    return number.length() == 1 ? "0" + number : number;
  }

  /** The first value of the attribute, of any of its names; further ones stay to be noted. */
  private String take(String... names) {
    for (var name : names) {
      var all = values.get(name);
      if (all != null && !all.isEmpty()) {
        return all.removeFirst();
      }
    }
    return "";
  }

  private void each(String property, String... names) {
    for (var name : names) {
      var all = values.remove(name);
      if (all != null) {
        all.forEach(value -> line(property, escaped(value)));
      }
    }
  }

  private void line(String property, String value) {
    if (!value.isEmpty()) {
      lines.add(property + ":" + value);
    }
  }

  private static String join(String... parts) {
    var joined = Stream.of(parts).map(LdifEntry::escaped).collect(Collectors.joining(";"));
    return joined.replace(";", "").isEmpty() ? "" : joined;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  @Override
  public String toString() {
    return "LdifEntry[hidden]";
  }
}
