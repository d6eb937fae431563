package eu.rempart.journey.account;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import eu.rempart.journey.Colleague;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Routes;
import eu.rempart.journey.Way;
import eu.rempart.journey.Wizard;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The operator's engineer signs in and sees no customer, whatever address they type. */
class EngineerIT {

  private static final Colleague ERIK =
      new Colleague("Erik", "erik@operator.test", "vier-rote-lampen-singen-laut");

  /** What an engineer may open: doors, and what is about the machine or about themselves. */
  private static final Set<String> OPEN =
      Set.of(
          "/login",
          "/login/second",
          "/setup",
          "/recover",
          "/invitation",
          "/operations",
          "/profile",
          "/profile/sessions",
          "/rule-changes",
          "/traffic",
          "/security/events",
          "/security/wall",
          "/watch",
          "/alerts",
          "/sites",
          "/backups",
          "/places",
          "/duty",
          "/alert-channels");

  /** Where the records lie whose pages have an id in their address. */
  private static final Map<String, String> TABLES =
      Map.of(
          "contacts", "contact",
          "companies", "company",
          "deals", "deal",
          "activities", "activity",
          "documents", "document",
          "notes", "note",
          "products", "product",
          "quotes", "quote",
          "emails", "email");

  /** Pages of records whose heading is what a customer, or what was agreed with them, is called. */
  private static final Pattern NAMED =
      Pattern.compile("/(contacts|companies|deals|documents|products|quotes)/[0-9a-f-]{36}");

  private final Installation installation = Installation.shared();

  @Test
  void anEngineerReachesNoCustomerDataByAnyUrl() throws Exception {
    List<String> paths = paths();
    String file = "/file-content/" + ids("document_file", 1).getFirst();
    List<String> names = new ArrayList<>();
    String download;
    String link;
    try (Person administrator = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      administrator.signIn();
      link = ERIK.invitedBy(administrator, "account.role.engineer");
      names.add(administrator.createContact("Sigrid", "Sonnenschein", "+33170189977"));
      paths.add(administrator.page().url().replaceAll("^https://[^/]*", ""));
      for (String path : paths) {
        if (NAMED.matcher(path).matches()) {
          administrator.open(path);
          administrator.settle();
          names.add(administrator.heading().innerText().strip());
        }
      }
      assertThat(administrator.page().request().get(file).status()).isEqualTo(200);
      download = errorFile(administrator);
      assertThat(administrator.page().request().get(download).text()).contains("Unreachable");
      names.add("Unreachable");
    }
    assertThat(names).hasSizeGreaterThan(14).doesNotContain("");

    try (Person engineer = Person.at(installation, Way.DESKTOP_ENGLISH)) {
      ERIK.join(engineer, link);
      assertThat(engineer.page()).hasURL(Pattern.compile(".*/operations.*"));
      for (String path : paths) {
        engineer.open(path);
        engineer.settle();
        if (!OPEN.contains(path) && !path.equals("/")) {
          assertThat(engineer.main().innerText())
              .as(path)
              .contains(engineer.t("shell.error.denied.title"));
        }
        assertNoneOf(names, engineer.page().content(), path);
        String raw = engineer.page().request().get(path).text();
        assertNoneOf(names, raw, "request of " + path);
      }
      engineer.open("/operations");
      engineer.settle();
      for (String path : paths) {
        if (!OPEN.contains(path)) {
          engineer.follow(path);
          assertNoneOf(names, engineer.page().content(), "link to " + path);
        }
      }
      String contact =
          paths.stream().filter(p -> p.matches("/contacts/.+")).findAny().orElseThrow();
      String faces = contact.replace("/contacts/", "/photos/");
      assertThat(engineer.page().request().get(faces).status()).isEqualTo(403);
      assertThat(engineer.page().request().get(file).status()).isEqualTo(403);
      engineer.picture("engineer");
      String there = engineer.page().request().get(download).text();
      assertNoneOf(names, there, "the administrator's download");
    }
  }

  private static void assertNoneOf(List<String> names, String content, String where) {
    assertThat(names).as(where).noneMatch(content::contains);
  }

  /** An import that refuses a row leaves a file to fetch; its address. */
  private static String errorFile(Person administrator) {
    Wizard wizard = new Wizard(administrator);
    wizard.run(
        Wizard.file(
            "Refused",
            "Una,Unreachable,una@example.org,,one,too,many\nOtto,Otherwise,otto@example.org,"));
    wizard.awaitState(administrator.t("exchange.run.done"));
    administrator.open("/import");
    Locator file =
        administrator
            .main()
            .getByRole(AriaRole.LINK)
            .filter(
                new Locator.FilterOptions().setHasText(administrator.t("exchange.errors.download")))
            .first();
    String address = Objects.requireNonNull(file.getAttribute("href"));
    return address.startsWith("/") ? address : "/" + address;
  }

  /** Every route there is, with records where it takes one. */
  private List<String> paths() throws Exception {
    List<String> paths = new ArrayList<>();
    for (String route : Routes.all()) {
      if (route.contains(":")) {
        String kind = route.split("/", 3)[1];
        String table = Objects.requireNonNull(TABLES.get(kind), "records of " + route);
        ids(table, 4).forEach(id -> paths.add(route.replaceAll(":[a-z]+", id)));
      } else {
        paths.add(route);
      }
    }
    assertThat(paths).contains("/", "/contacts", "/companies", "/bin", "/import");
    return paths;
  }

  /** Of some records; where there are none, of one that might be. */
  private List<String> ids(String table, int most) throws Exception {
    List<String> found = new ArrayList<>();
    try (Connection owner = installation.asOwner();
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT id FROM " + table + " ORDER BY id LIMIT " + most)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found.isEmpty() ? List.of(UUID.randomUUID().toString()) : found;
  }
}
