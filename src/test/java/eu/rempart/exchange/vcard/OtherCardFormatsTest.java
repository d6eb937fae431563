package eu.rempart.exchange.vcard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.rempart.common.PersonName;
import eu.rempart.exchange.Shown;
import eu.rempart.exchange.format.FileProblem;
import eu.rempart.exchange.format.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Directories (LDIF) and cards written as JSON (jCard). */
class OtherCardFormatsTest {

  private static CardSample read(String text) {
    return CardSample.bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void entriesOfDirectoryAreRead() {
    var file =
        read(
            """
            # exported
            version: 1

            dn: cn=Zoe Dupont,mail=zoe@x.example
            objectclass: top
            objectclass: person
            cn:: %s
            sn: Dupont
            givenName:: %s
            mail: zoe@x.example
            mozillaSecondEmail: zoe@home.example
            telephoneNumber: 04 72 00 00 01
            mobile: 06 12 34 56 78
            o: Alpha, SA
            ou: Achats
            title: Directrice
            street: 12 rue du
              Four
            l: Lyon
            postalCode: 69002
            c: FR
            homePostalAddress: 3 quai Sud $ 13001 Marseille
            birthyear: 1980
            birthmonth: 3
            birthday: 7
            mozillaCustom1: likes tea
            description: first; second
            modifytimestamp: 0Z

            dn: cn=Friends
            objectclass: groupOfNames
            cn: Friends

            dn: cn=Luc Petit
            sn: Petit
            givenName: Luc
            """
                .formatted(base64("Zoé Dupont"), base64("Zoé")));

    assertThat(file.rows()).hasSize(3);
    var zoe = file.person(0);
    assertThat(zoe.name()).isEqualTo(new PersonName("Zoé", "Dupont"));
    assertThat(Shown.emails(zoe.emails()))
        .containsExactly("WORK zoe@x.example *", "WORK zoe@home.example");
    assertThat(Shown.phones(zoe.phones()))
        .containsExactly("WORK +33472000001 *", "MOBILE +33612345678");
    assertThat(Shown.addresses(zoe.addresses()))
        .containsExactly(
            "WORK 12 rue du Four | 69002 | Lyon |  | FR",
            "HOME 3 quai Sud / 13001 Marseille |  |  |  | ");
    assertThat(Objects.requireNonNull(zoe.birthday()).iso()).isEqualTo("1980-03-07");
    assertThat(zoe.description().lines())
        .containsExactlyInAnyOrder("first; second", "mozillacustom1: likes tea", "ORG: Achats");
    var link = file.rows().getFirst().companies().getFirst();
    assertThat(link.company().name()).isEqualTo("Alpha, SA");
    assertThat(link.jobTitle()).isEqualTo("Directrice");
    assertThat(file.problems(0)).isEmpty();
    assertThat(file.problems(1)).containsExactly("GROUP");
    assertThat(file.person(2).name()).isEqualTo(new PersonName("Luc", "Petit"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "[%s]", " [\n%s ,\n%s]\n"})
  void cardsOfJsonAreRead(String list) {
    var card =
        """
        ["vcard",[["version",{},"text","4.0"],["fn",{},"text","Zoé [\\"Z\\"] Dupont"],
        ["n",{},"text",["Dupont","Zoé","","",""]],["org",{},"text","Alpha"],
        ["email",{"type":"home"},"text","zoe@x.example"],
        ["tel",{"type":["cell","voice"]},"uri","tel:+33612345678"],
        ["bday",{},"date","1980-03-07"]]]\
        """;
    var file = read(list.replace("%s", card));

    assertThat(file.rows()).hasSize(list.split("%s", -1).length - 1);
    for (var i = 0; i < file.rows().size(); i++) {
      assertThat(file.person(i).name()).isEqualTo(new PersonName("Zoé", "Dupont"));
      assertThat(Shown.emails(file.person(i).emails())).containsExactly("HOME zoe@x.example *");
      assertThat(Shown.phones(file.person(i).phones())).containsExactly("MOBILE +33612345678 *");
    }
  }

  @Test
  void brokenCardOfJsonIsRefusedAlone() {
    var file =
        read(
            "[[\"vcard\",[[\"fn\",{},\"text\",\"Zoé\"]]],[\"vcard\",[7,{}]],"
                + "[\"vcard\",[[\"fn\",{},\"text\",\"Luc\"]]],[\"vcard\",[[\"fn\"");

    assertThat(file.rows()).hasSize(4);
    assertThat(file.person(0).name().full()).isEqualTo("Zoé");
    assertThat(file.problems(1)).containsExactly("CARD_BROKEN");
    assertThat(file.person(2).name().full()).isEqualTo("Luc");
    assertThat(file.problems(3)).containsExactly("CARD_BROKEN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"contacts\":[]}", "[{\"name\":\"Zoé\"}]", "[\"a\",\"b\"]"})
  void otherJsonIsRefusedInWords(String json) {
    assertThatThrownBy(
            () ->
                VCardFile.recognises(
                    () -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))))
        .isInstanceOfSatisfying(
            UnreadableFileException.class,
            e -> assertThat(e.problem()).isEqualTo(FileProblem.JSON));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dn,mail\nx,y\n", "Name,Email\n", "[Name],[Email]\na,b\n"})
  void tableIsNone(String table) throws IOException {
    assertThat(
            VCardFile.recognises(
                () -> new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8))))
        .isFalse();
  }
}
