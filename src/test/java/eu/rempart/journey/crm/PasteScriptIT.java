package eu.rempart.journey.crm;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import eu.rempart.journey.Chromium;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What counts as too long for a field, by the page's own script, in a real browser. */
class PasteScriptIT {

  private static final String PAGE =
      """
      <!doctype html><title>A</title>
      <vaadin-email-field><input type="email" maxlength="20"></vaadin-email-field>
      <vaadin-text-field><input type="text" maxlength="10"></vaadin-text-field>
      <output></output>
      <script>
      window.rempartTooLong = '{0} is more than {1}';
      for (const host of document.body.children) host.errorMessage = '';
      const bring = (type, input, text, more = {}) => {
        const data = new DataTransfer();
        data.setData('text/plain', text);
        const how = {bubbles: true, composed: true, cancelable: true, ...more};
        const event = type === 'paste' ? new ClipboardEvent(type, {...how, clipboardData: data})
          : new DragEvent(type, {...how, dataTransfer: data});
        const taken = input.dispatchEvent(event);
        const said = input.parentElement.errorMessage;
        document.querySelector('output').textContent += (taken ? 'taken' : said) + ';';
      };
      </script>
      <script>SCRIPT</script>
      """;

  private final BrowserContext context = Chromium.browser().newContext();
  private final Page page = context.newPage();

  @BeforeEach
  void open() throws IOException {
    page.setContent(
        PAGE.replace(
            "SCRIPT",
            new ClassPathResource("META-INF/resources/start/paste.js")
                .getContentAsString(StandardCharsets.UTF_8)));
  }

  @AfterEach
  void close() {
    context.close();
  }

  /** Such a field does not say where its selection is. */
  @Test
  void addressThatIsPastedOverCountsNoMore() {
    page.locator("[type=email]").pressSequentially("anna@berg.example");
    page.locator("[type=email]").selectText();
    page.evaluate("bring('paste', document.querySelector('[type=email]'), 'a@berg.example')");
    page.locator("[type=email]").press("End");
    page.evaluate("bring('paste', document.querySelector('[type=email]'), 'a@berg.example')");
    assertThat(page.locator("output")).hasText("taken;31 is more than 20;");
  }

  @Test
  void textThatIsMovedWithinItsFieldCountsOnce() {
    page.locator("[type=text]").pressSequentially("0123456789");
    page.evaluate(
        """
        const input = document.querySelector('[type=text]');
        input.setSelectionRange(0, 4);
        bring('dragstart', input, '0123');
        bring('drop', input, '0123');
        bring('drop', input, '0123', {ctrlKey: true});
        input.dispatchEvent(new DragEvent('dragend', {bubbles: true, composed: true}));
        bring('drop', input, '0123');\
        """);
    assertThat(page.locator("output"))
        .hasText("taken;taken;14 is more than 10;14 is more than 10;");
  }
}
