package eu.rempart;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static eu.rempart.ArchitectureTest.check;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import eu.rempart.kernel.place.Outgoing;
import jakarta.mail.Transport;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URL;
import java.net.http.HttpClient;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.SocketFactory;
import org.junit.jupiter.api.Test;

/** Which room may use which library: what can be replaced, or audited, in one place. */
class LibraryArchitectureTest {

  private static final String BOUNCY_CASTLE = "org.bouncycastle..";
  private static final String JOOQ = "org.jooq..";

  @Test
  void cryptographyLivesInTwoRooms() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("eu.rempart.vault..", "eu.rempart.tls..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(BOUNCY_CASTLE, "javax.crypto.."),
        "whoever audits the cryptography reads two rooms and has seen it all");
  }

  @Test
  void numbersAreTypedIntoFieldsThatDropNothing() {
    check(
        noClasses()
            .should()
            .dependOnClassesThat(
                type(BigDecimalField.class)
                    .or(type(NumberField.class))
                    .or(type(IntegerField.class))),
        "these drop signs that they do not know, and make another number of the rest: "
            + "DecimalField and WholeNumberField read every language");
  }

  @Test
  void librariesStayInTheirRooms() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.search..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.lucene.."),
        "the index can be replaced without another room noticing");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "eu.rempart.search..",
                "eu.rempart.paper..",
                "eu.rempart.exchange.format..",
                "eu.rempart.activity.ical..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.ibm.icu.."),
        "only what is looked for, set on paper or brought in foreign letters goes by all scripts,"
            + " and only files of calendars name zones as Windows does");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.exchange..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ezvcard.."),
        "file formats end at the door");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("eu.rempart.exchange..", "eu.rempart.preview..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.siegmar.fastcsv.."),
        "tables in text are read at the door, and where files are shown");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.mail..")
            .should()
            .dependOnClassesThat(
                resideInAPackage("org.springframework.mail..").or(type(Transport.class))),
        "letters are queued, so that none is lost and nobody waits for a mail server");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                "eu.rempart.mail..", "eu.rempart.email.mailbox..", "eu.rempart.email.mime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail.."),
        "mails are read where they come in, and nowhere else");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.edge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.github.bucket4j..", "com.maxmind.."),
        "limits and places are decided at the edge, and nowhere else");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.alert.channel.smpp..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jsmpp.."),
        "how text messages travel is one channel's business");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.tls..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..", "com.amazon.corretto.."),
        "event loops and native TLS stay behind the edge server's own interface");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.alert.queue..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.kagkarlsson.."),
        "that each message is sent by one node is said in one place");
    check(
        noClasses()
            .that()
            .resideInAPackage("eu.rempart.tls..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.springframework..",
                "jakarta..",
                "org.eclipse.jetty..",
                "io.netty.handler.codec.http.."),
        "tls is a library: it knows no Spring and no HTTP");
  }

  /** Doors of the JDK to other machines; what libraries open, they open by sockets of ours. */
  private static final Map<Class<?>, Set<String>> DOORS =
      Map.of(
          Socket.class, Set.of("connect"),
          SocketChannel.class, Set.of("connect", "open"),
          AsynchronousSocketChannel.class, Set.of("connect", "open"),
          DatagramSocket.class, Set.of("connect", "send"),
          DatagramChannel.class, Set.of("connect", "send", "open"),
          HttpClient.class, Set.of("newBuilder", "newHttpClient"),
          URL.class, Set.of("openConnection", "openStream", "getContent"),
          InetAddress.class, Set.of("isReachable"));

  /** By its name, before what takes time is asked of hundreds of thousands. */
  private static boolean mayOpenConnection(AccessTarget.CodeUnitAccessTarget target) {
    String name = target.getName();
    return name.equals("<init>")
        ? target.getOwner().isEquivalentTo(Socket.class) // nobody inherits a constructor
        : name.equals("createSocket")
            || DOORS.values().stream().anyMatch(names -> names.contains(name));
  }

  private static boolean opensConnection(JavaAccess<?> access) {
    if (!(access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target)) {
      return false;
    }
    if (!mayOpenConnection(target)) {
      return false;
    }
    JavaClass owner = target.resolveMember().map(JavaCodeUnit::getOwner).orElse(target.getOwner());
    List<JavaClass> given = target.getRawParameterTypes();
    boolean over = !given.isEmpty() && given.getFirst().isAssignableTo(Socket.class);
    if (target.getName().equals("<init>")) {
      // a socket that some class is, and that class opens
      boolean above = given.isEmpty() && access.getOriginOwner().isAssignableTo(Socket.class);
      return owner.isEquivalentTo(Socket.class) && !above;
    }
    if (target.getName().equals("createSocket") && owner.isAssignableTo(SocketFactory.class)) {
      return !given.isEmpty() && !over; // TLS over a connection opens none
    }
    return DOORS.entrySet().stream()
        .anyMatch(
            door ->
                owner.isAssignableTo(door.getKey())
                    && !owner.getPackageName().startsWith("eu.rempart.")
                    && door.getValue().contains(target.getName()));
  }

  @Test
  void connectionsLeaveThroughOneClass() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(
                // measures the product from outside
                "eu.rempart.bench..",
                // hands visitors on to nodes of this installation
                "eu.rempart.tls..")
            .and(not(belongToAnyOf(Outgoing.class)))
            .should()
            .accessTargetWhere(
                describe("opens a connection", LibraryArchitectureTest::opensConnection)),
        "where data go is declared, in a country that is allowed, or nothing goes there");
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("eu.rempart.db..", "eu.rempart.bench..")
            .should()
            .callMethodWhere(
                describe(
                    "connects to a database",
                    call ->
                        call.getTargetOwner().isEquivalentTo(DriverManager.class)
                            && call.getName().equals("getConnection"))),
        "the driver connects by itself; its URL is judged before");
  }

  @Test
  void fewConnectWithoutDeclaredPlace() {
    Map<String, Set<String>> rooms =
        Map.of(
            "connectToWatched", Set.of("eu.rempart.watch.measure"),
            "connectToOwn", Set.of("eu.rempart.ops.site.engine"),
            "httpToOwn", Set.of("eu.rempart.ops.site.engine", "eu.rempart.watch.agent"));
    rooms.forEach(
        (door, allowed) ->
            check(
                noClasses()
                    .that()
                    .resideOutsideOfPackages(allowed.toArray(String[]::new))
                    .and(not(type(Outgoing.class)))
                    .should()
                    .accessTargetWhere(
                        describe(
                            "calls " + door,
                            access ->
                                access.getTargetOwner().isEquivalentTo(Outgoing.class)
                                    && access.getName().equals(door))),
                "no customer data go there, or where it is was judged by somebody else"));
  }

  @Test
  void programsThatMayGoOutByThemselvesAreFew() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("eu.rempart.db.embedded.PostgresPrograms")
            .and()
            // to machines of the cluster, by files that are judged when they are written
            .doNotHaveFullyQualifiedName("eu.rempart.ops.site.run.Engine")
            .and()
            .doNotHaveFullyQualifiedName("eu.rempart.preview.PreviewProcess")
            .and()
            // to destinations of backups, whose countries BackupWork judges before each run
            .doNotHaveFullyQualifiedName("eu.rempart.ops.backup.program.ProgramRun")
            .and()
            .resideOutsideOfPackage("eu.rempart.bench..")
            .should()
            .accessTargetWhere(
                describe(
                    "starts a program",
                    access ->
                        (access.getTargetOwner().isEquivalentTo(ProcessBuilder.class)
                                && access.getName().equals("start"))
                            || (access.getTargetOwner().isEquivalentTo(Runtime.class)
                                && access.getName().equals("exec")))),
        "nobody here sees where another program sends data");
  }

  @Test
  void numbersLeaveInOneRoom() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.prometheus.."),
        "rooms count for themselves; in which form programs read it is decided at the door");
  }

  @Test
  void picturesAreDecodedInOneRoom() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("eu.rempart.picture..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.imageio..", "java.awt.."),
        "a file made to harm a decoder meets one that was set up for it");
  }

  @Test
  void sqlIsWrittenInRepositories() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages("eu.rempart.db..", "eu.rempart.bench..")
            .and(
                not(
                    simpleNameEndingWith("Repository")
                        .or(simpleNameEndingWith("Queries"))
                        // Writes in its own transaction: an event outlives what it tells of.
                        .or(simpleNameEndingWith("EventWriter"))
                        // Turns rows into records and back; kept apart so that columns stand once.
                        .or(simpleNameEndingWith("Mapper"))
                        // Reads what the index holds, row by row, straight from the table.
                        .or(simpleNameEndingWith("Search"))
                        // Hands the DSL to the repositories it makes.
                        .or(simpleNameEndingWith("Configuration"))
                        .or(simpleNameEndingWith("Parts"))))
            .and(not(innerOfSuch()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(JOOQ),
        "whoever asks what touches a table reads the classes with these names");
  }

  private static DescribedPredicate<JavaClass> innerOfSuch() {
    return DescribedPredicate.describe(
        "inside a class with such a name",
        c ->
            c.getName()
                .matches(
                    ".*(Repository|Queries|EventWriter|Mapper|Search|Configuration|Parts)\\$.*"));
  }
}
