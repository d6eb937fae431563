package eu.rempart.exchange.vcard;

import eu.rempart.exchange.value.CompanyDraft;
import eu.rempart.exchange.value.PersonDraft;
import eu.rempart.exchange.value.TextKey;
import ezvcard.property.VCardProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells a person's own page from the website of the company that the person works at. */
final class PersonalSites {

  /** Where people have profiles, blogs and pages of their own. */
  private static final Set<String> PLATFORMS =
      Set.of(
          "linkedin",
          "facebook",
          "twitter",
          "x",
          "instagram",
          "xing",
          "github",
          "gitlab",
          "medium",
          "blogspot",
          "blogger",
          "wordpress",
          "tumblr",
          "substack",
          "youtube",
          "tiktok",
          "bsky",
          "mastodon",
          "viadeo",
          "pinterest",
          "about",
          "flickr",
          "skype",
          "foursquare",
          "myspace",
          "vimeo",
          "twitch",
          "snapchat",
          "telegram",
          "t",
          "wa",
          "orcid",
          "researchgate",
          "livejournal",
          "typepad",
          "linktr",
          "threads",
          "reddit",
          "soundcloud");

  private static final int SHORTEST_NAME = 3;

  private PersonalSites() {}

  /**
   * Whether the page is the person's: the card says that it is of home, it lies where people have
   * profiles, or it is called as the person and not as the company.
   */
  static boolean isPersonal(
      VCardProperty property, String url, PersonDraft person, CompanyDraft company) {
    Set<String> types =
        property.getParameters().get("TYPE").stream()
            .flatMap(value -> Arrays.stream(value.split(",", -1)))
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (types.contains("work")) {
      return false;
    }
    return types.stream().anyMatch(Set.of("home", "blog", "profile", "ftp", "private")::contains)
        || isPersonal(url, person.called(), company.name());
  }

  private static boolean isPersonal(String url, String person, String company) {
    List<String> labels = labels(url);
    if (labels.size() < 2) {
      return false;
    }
    String site = labels.get(labels.size() - 2);
    if (PLATFORMS.contains(site) && !TextKey.of(company).replace(" ", "").contains(site)) {
      return true;
    }
    String host = String.join(" ", labels.subList(0, labels.size() - 1));
    return named(host, person) && !named(host, company);
  }

  private static boolean named(String host, String name) {
    String letters = host.replace("-", "");
    return Arrays.stream(TextKey.of(name).split(" ", -1))
        .filter(word -> word.length() >= SHORTEST_NAME)
        .anyMatch(letters::contains);
  }

  /** The labels of the host in lower case; none where it has no host. */
  private static List<String> labels(String url) {
    String text = url.strip().toLowerCase(Locale.ROOT);
    int scheme = text.indexOf("://");
    String rest = scheme < 0 ? text : text.substring(scheme + 3);
    String host = rest.split("[/?#:]", 2)[0];
    return Arrays.stream(host.split("\\.", -1)).filter(label -> !label.equals("www")).toList();
  }
}
