package eu.rempart.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;

/**
 * What axe-core finds on a page. Its script is brought once to each page, and only what is wrong is
 * described: the builder brings it for each look, and has selectors made for all that is right.
 */
public final class Axe {

  private static final String SCRIPT = AxeBuilder.getAxeScript();

  /** Style sheets are fetched again only for a rule that is not among axe's own choice. */
  private static final String RUN =
      """
      async rules => {
        const options = {
            resultTypes: ['violations'], preload: {assets: ['media'], timeout: 10000}};
        if (rules.length > 0) {
          options.runOnly = {type: 'rule', values: rules};
        } else {
          options.rules = {'label-content-name-mismatch': {enabled: true}}; // for who speaks labels
        }
        const found = await window.axe.run(document, options);
        return found.violations.flatMap(rule => rule.nodes.map(node => ({
            rule: rule.id,
            place: `${node.target} (${node.failureSummary}) ${node.html}`})));
      }
      """;

  /** The rules that look at colours: nothing else changes with the scheme. */
  static final List<String> ON_COLOURS = List.of("color-contrast", "link-in-text-block");

  private Axe() {}

  /** Passes where nothing is wrong with what a person has open, in light and in dark. */
  public static void findsNothing(Person person) {
    person.settle();
    assertThat(violations(person.page())).isEmpty();
    Lights.show(person.page(), ColorScheme.DARK);
    assertThat(violations(person.page(), ON_COLOURS)).isEmpty();
    Lights.show(person.page(), ColorScheme.LIGHT);
  }

  /** Every rule that axe runs unless told otherwise, and one that it tries: what is wrong where. */
  public static List<String> violations(Page page) {
    return violations(page, List.of());
  }

  /** These rules only. */
  public static List<String> violations(Page page, List<String> rules) {
    if (Boolean.FALSE.equals(page.evaluate("() => Boolean(window.axe?.run)"))) {
      page.evaluate(SCRIPT);
    }
    return ((List<?>) page.evaluate(RUN, rules))
        .stream().map(one -> (Map<?, ?>) one).map(Axe::said).toList();
  }

  private static String said(Map<?, ?> found) {
    return found.get("rule") + " at " + found.get("place");
  }
}
