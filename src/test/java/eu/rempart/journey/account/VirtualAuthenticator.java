package eu.rempart.journey.account;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import eu.rempart.journey.Person;

/** Chromium's authenticator that has no finger: it says yes to everything, or no. */
final class VirtualAuthenticator {

  private final CDPSession session;
  private final String id;

  /**
   * In the place of what the machine has.
   *
   * @param prf whether it gives secrets
   */
  VirtualAuthenticator(Page page, boolean prf) {
    session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable", new JsonObject());
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("ctap2Version", "ctap2_1");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    options.addProperty("hasPrf", prf);
    JsonObject wanted = new JsonObject();
    wanted.add("options", options);
    id =
        session
            .send("WebAuthn.addVirtualAuthenticator", wanted)
            .get("authenticatorId")
            .getAsString();
  }

  private JsonObject mine() {
    JsonObject mine = new JsonObject();
    mine.addProperty("authenticatorId", id);
    return mine;
  }

  /** Else it is used as soon as the sign-in page is there. */
  void onlyWhenAsked(Page page) {
    page.addInitScript("PublicKeyCredential.isConditionalMediationAvailable = async () => false");
  }

  /** Begins what the profile has for a new one, up to where the device is asked. */
  static void add(Person person, String name) {
    person.button("account.passkeys.add").click();
    Person.type(person.dialog().getByLabel(person.t("account.passkeys.name")), name);
    person.dialogButton("account.passkeys.create").click();
  }

  JsonArray passkeys() {
    return session.send("WebAuthn.getCredentials", mine()).getAsJsonArray("credentials");
  }
}
