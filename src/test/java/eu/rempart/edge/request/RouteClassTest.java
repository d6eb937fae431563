package eu.rempart.edge.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteClassTest {

  @ParameterizedTest
  @CsvSource({
    "GET, /, , PAGE",
    "GET, /contacts, q=v-r, PAGE",
    "GET, /login, , PAGE",
    "POST, /login, , SIGN_IN",
    "POST, /, v-r=uidl&v-uiId=0, UI",
    "POST, /contacts/1, a=b&v-r=heartbeat, UI",
    "GET, /VAADIN/push, v-r=push, UI",
    "GET, /VAADIN/build/indexhtml-1.js, , STATIC",
    "GET, /styles/tokens.css, , STATIC",
    "GET, /start/keys.js, , STATIC",
    "GET, /health/ready, , STATIC",
    "GET, /VAADIN/dynamic/resource/0/x/contacts.csv, , EXPORT",
    "POST, /VAADIN/dynamic/resource/0/x/upload, , EXPORT",
    "GET, /api/contacts, , API",
    "GET, /apiary, , PAGE",
    "GET, /metrics, , API",
    "GET, /metrics/x, , PAGE",
    "GET, /metrics-tokens, , PAGE",
    "POST, /alert/answers, , API",
    "POST, /%61lert/answers, v-r=uidl, API",
    "GET, /alert/answers/x, , PAGE",
    "GET, /alerts, , PAGE",
    "POST, /probe/exchange, , PROBE",
    "POST, /probe/exchange, v-r=uidl, PROBE",
    "POST, /prob%65/exchange, , PROBE",
    "GET, /probes, , PAGE",
    "POST, /login, v-r=uidl, SIGN_IN",
    "POST, /login, a=b&v-r=uidl, SIGN_IN",
    "POST, /%6Cog%69n, , SIGN_IN",
    "GET, /api/contacts, v-r=uidl, API",
    "GET, /%61pi/contacts, , API",
    "GET, /VAADIN/dynamic/resource/0/x/contacts.csv, v-r=uidl, EXPORT",
    "GET, /VAADIN/%64ynamic/resource/0/x/contacts.csv, , EXPORT",
    "GET, /log%zzin, , PAGE",
  })
  void theKindIsToldByPathAndQueryAlone(
      String method, String path, String query, RouteClass expected) {
    assertThat(RouteClass.of(method, path, query)).isEqualTo(expected);
  }
}
