package eu.rempart.exchange.run.match;

import eu.rempart.company.Company;
import eu.rempart.company.CompanyData;
import eu.rempart.company.CompanyId;
import eu.rempart.exchange.value.TextKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rows of people say about companies that are there already: it is not taken over, and rows
 * that say something else than the company has are told. For one file, on one thread.
 */
public final class CompanyStatements {

  private record Statement(CompanyId company, int hash) {}

  private final Map<Statement, Boolean> known = new HashMap<>();
  private final Map<CompanyId, String> sites = new HashMap<>();
  private final Set<CompanyId> met = new HashSet<>();

  /** Whether a row further up said anything about the company. */
  public boolean knows(CompanyId id) {
    return met.contains(id);
  }

  /** The row made the company, or was about it: it has what the row says. */
  public void took(CompanyId id, CompanyData said) {
    met.add(id);
    if (saysMore(said)) {
      remember(id, said.website());
      known.put(statement(id, said), false);
      known.put(statement(id, said.toBuilder().website(null).build()), false);
    }
  }

  /**
   * Whether the row says something of the company that the company has not.
   *
   * @param there the company; null where a row further up had it
   */
  public boolean isOtherwise(CompanyId id, CompanyData said, @Nullable Company there) {
    if (!saysMore(said)) {
      return false;
    }
    if (there != null) {
      remember(id, there.data().website());
    }
    CompanyData news = isOtherSite(id, said) ? said : said.toBuilder().website(null).build();
    return saysMore(news)
        && known.computeIfAbsent(
            statement(id, news),
            _ -> there == null || !Records.merge(id, there.data(), news).equals(there.data()));
  }

  /** Whether the website that the row gives the company is none that the company has. */
  public boolean isOtherSite(CompanyId id, CompanyData said) {
    String site = said.website();
    return site != null && !site(site).equals(sites.get(id));
  }

  /** Whether a row gives more of a company than its name and key. */
  public static boolean saysMore(CompanyData said) {
    return !bare(said).equals(CompanyData.EMPTY);
  }

  private static Statement statement(CompanyId id, CompanyData said) {
    return new Statement(id, bare(said).hashCode());
  }

  private static CompanyData bare(CompanyData said) {
    return said.toBuilder().name(null).externalId(null).build();
  }

  private void remember(CompanyId id, @Nullable String website) {
    if (website != null) {
      sites.putIfAbsent(id, site(website));
    }
  }

  /** Without what says nothing: {@code https://www.} and a slash at its end. */
  private static String site(String website) {
    return TextKey.of(website).replaceFirst("^(?:https? )?(?:www )?", "");
  }
}
