package eu.rempart.journey.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.CDPSession;
import eu.rempart.journey.Installation;
import eu.rempart.journey.Person;
import eu.rempart.journey.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Browsers offer to install Rempart as an app. */
class WebAppIT {

  private final Installation installation = Installation.shared();

  @ParameterizedTest
  @EnumSource(Way.Window.class)
  void theBrowserFindsNothingThatKeepsItFromBeingInstalled(Way.Window window) {
    try (Person person = Person.at(installation, new Way(window, java.util.Locale.ENGLISH))) {
      person.open("/login");
      CDPSession browser = person.page().context().newCDPSession(person.page());
      JsonObject manifest = browser.send("Page.getAppManifest");
      assertThat(manifest.getAsJsonArray("errors")).as("errors in the manifest").isEmpty();
      assertThat(manifest.get("data").getAsString()).contains("\"standalone\"");

      JsonArray hindrances =
          browser.send("Page.getInstallabilityErrors").getAsJsonArray("installabilityErrors");
      assertThat(hindrances)
          .extracting(each -> each.getAsJsonObject().get("errorId").getAsString())
          .isSubsetOf("in-incognito"); // as windows of tests are

      for (String icon : new String[] {"icon-180", "icon-192", "icon-512", "icon-maskable-512"}) {
        APIResponse answer = person.page().request().get("/styles/app/" + icon + ".png");
        assertThat(answer.status()).as(icon).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "image/png");
      }
    }
  }
}
