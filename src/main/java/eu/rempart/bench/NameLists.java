package eu.rempart.bench;

import java.util.List;

/**
 * What names of a country are made of: the frequent ones, most frequent first, and parts from which
 * the long tail of rare surnames is put together.
 */
record NameLists(
    String country,
    List<String> surnames,
    List<String> stems,
    List<String> endings,
    List<String> firstNames,
    List<String> cities,
    List<String> mailHosts,
    String mobilePrefix) {

  static final List<String> JOBS =
      List.of(
          "Directeur commercial",
          "Geschäftsführerin",
          "Responsable achats",
          "Inginer",
          "Comptable",
          "Projektleiter",
          "Assistante de direction",
          "Director general",
          "Einkäufer",
          "Zaakvoerder",
          "Chef de projet",
          "Buchhalterin",
          "Consultant",
          "Boekhouder",
          "Développeuse",
          "Medic",
          "Responsable qualité",
          "Vertriebsleiter",
          "Avocat",
          "Architecte");

  static final List<String> COMPANY_WORDS =
      List.of(
          "Atelier",
          "Techno",
          "Nord",
          "Alpha",
          "Services",
          "Bau",
          "Industrie",
          "Conseil",
          "Solar",
          "Logistik",
          "Agro",
          "Metal",
          "Transport",
          "Medical",
          "Digital",
          "Holz",
          "Energie",
          "Proiect",
          "Bois",
          "Verre",
          "Optik",
          "Textile",
          "Chimie",
          "Papier",
          "Quartz",
          "Horizon",
          "Delta",
          "Mosane",
          "Carpați",
          "Rhein");

  static final List<String> COMPANY_FORMS = List.of("SA", "SAS", "GmbH", "SRL", "AG", "SARL", "NV");

  static final NameLists FRANCE =
      new NameLists(
          "FR",
          words(
              "Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel"
                  + " Lefebvre Leroy Roux David Bertrand Morel Fournier Girard Bonnet Dupont"
                  + " Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc"
                  + " Guérin Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin"
                  + " Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson Marchand Duval"
                  + " Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud"
                  + " Joly Rivière Lucas Brunet Gaillard Barbier Arnaud Martinez Gérard Roche"
                  + " Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert Lemoine"
                  + " Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc"
                  + " Payet Rolland Leclercq Guillaume Lecomte Lopez"),
          words(
              "Bour Cham Del Mont Beau Cour Vill Font Gros Ger Hamel Jac Lal Mar Nav Pel Quen Rav"
                  + " Sal Tess Val Ber Cas Dam Ess Fav Gal Hérr Lab Mour Pic Roch Ser Thév Vern Bal"
                  + " Cost Dev Gir Lang Mag Per Rem Sav Tour Vass Barr Caz Dur Maz"),
          words(
              "geois bert ard eau elle et ier in on ot oux ault enne and aud el euil ereau eron oin"
                  + " iac agne erie illon ois ouze uet ival ombe andier erolle ignac ouin esse"
                  + " etière"),
          words(
              "Marie Jean Pierre Michel Nathalie Isabelle Philippe Sylvie Catherine Nicolas"
                  + " Christophe Martine Christine Françoise Patrick Thomas Julien Laurent Stéphane"
                  + " Camille Léa Manon Chloé Émilie Julie Céline Sandrine Valérie Frédéric Éric"
                  + " Olivier David Sébastien Alexandre Antoine Guillaume Mathieu Hugo Lucas Louis"
                  + " Jules Anne Sophie Claire Hélène Élodie Aurélie Virginie Caroline Charlotte"
                  + " Emma Jeanne Jean-Pierre Marie-Claude François Gérard Yves René Zoé Noémie"
                  + " Océane Inès Raphaël Gaël"),
          words(
              "Paris Lyon Marseille Toulouse Nice Nantes Strasbourg Montpellier Bordeaux Lille"
                  + " Rennes Reims"),
          words("orange.example free.example laposte.example mail.example"),
          "+336");

  static final NameLists GERMANY =
      new NameLists(
          "DE",
          words(
              "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer"
                  + " Koch Bauer Richter Klein Wolf Schröder Neumann Schwarz Zimmermann Braun"
                  + " Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann"
                  + " Schmid Schulze Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs"
                  + " Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel Friedrich Keller"
                  + " Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht"
                  + " Schuster Simon Ludwig Böhm Winter Kraus Martin Schumacher Krämer Vogt Stein"
                  + " Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Dietrich"
                  + " Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann"),
          words(
              "Stein Berg Hoch Nieder Ober Unter Alt Neu Gold Silber Eisen Holz Wald Feld Rosen"
                  + " Linden Eich Birk Buch Haupt Kirch Schön Roten Grün Schwarz Weis Lang Kurz"
                  + " Hart Wind Sand Loh Brunn Reich Dorn Fried Sieg Wein Hagen Rau Möhl Käst Büch"
                  + " Kröt"),
          words(
              "mann ner er hofer bauer meier berger stein feld bach wald heim hausen ler ing ke"
                  + " mayr haus müller schmidt huber egger thal brink kamp horst reuter inger lich"
                  + " dorf"),
          words(
              "Peter Michael Thomas Andreas Wolfgang Claudia Sabine Susanne Petra Monika Stefan"
                  + " Christian Martin Frank Jürgen Klaus Ursula Renate Karin Anna Julia Katharina"
                  + " Lena Laura Lukas Leon Finn Jonas Maximilian Paul Felix Tim Jan Jens Jörg"
                  + " Björn Günter Heinz Helga Ingrid Brigitte Birgit Anja Sandra Nicole Stefanie"
                  + " Melanie Daniel Markus Sebastian Tobias Florian Johanna Hannah Mia Emilia Lea"
                  + " Käthe Sören"),
          words(
              "Berlin Hamburg München Köln Frankfurt Stuttgart Düsseldorf Leipzig Dortmund Essen"
                  + " Bremen Dresden"),
          words("web.example gmx.example mail.example post.example"),
          "+4915");

  static final NameLists BELGIUM =
      new NameLists(
          "BE",
          words(
              "Peeters Janssens Maes Jacobs Mertens Willems Claes Goossens Wouters De_Smet Dubois"
                  + " Lambert Dupont Martin Vermeulen Pauwels Hermans Michiels Aerts De_Vos"
                  + " De_Backer Desmet Van_Damme Van_den_Broeck Lemmens Dumont Simon Leclercq"
                  + " Laurent Denis Renard Hendrickx Devos Segers Cools Smets Stevens Coppens"
                  + " Bogaert Verhoeven Wauters Lejeune Gérard Mathieu Thomas Noël Vandenberghe"
                  + " Verstraete D'Hondt Van_de_Velde"),
          words("Van Ver De Den Vander Vanden Op Ter Cor Del Meer Lau Ny Bru Haeg Roose Schep"),
          words(
              "brugge meersch bosch camp linden hove donck poel beke velt acker steen straeten ghem"
                  + " ens ers ooms"),
          words(
              "Marie Jean Luc Marc Jan An Els Koen Bart Wim Tom Sofie Lies Pieter Joris Dirk Greet"
                  + " Nathalie Isabelle Philippe Emma Louise Noor Arthur Liam Lucas Noah Camille"
                  + " Chloé Thibault"),
          words("Bruxelles Antwerpen Gent Liège Namur Brugge Leuven Mons Charleroi Hasselt"),
          words("skynet.example telenet.example proximus.example mail.example"),
          "+324");

  static final NameLists ROMANIA =
      new NameLists(
          "RO",
          words(
              "Popa Popescu Ionescu Pop Radu Dumitru Gheorghe Stoica Stan Munteanu Constantin"
                  + " Andrei Rusu Anghel Matei Marin Mihai Ciobanu Șerban Ștefan Lazăr Florea"
                  + " Dumitrescu Barbu Stanciu Vasile Ilie Cristea Toma Moldovan Oprea Dinu Tudor"
                  + " Ionița Ion Ungureanu Constantinescu Georgescu Bălan Neagu Dragomir Badea"
                  + " Cojocaru Sandu Mocanu Enache Nagy Coman Crăciun Rotaru Țăran Pârvu Iordache"),
          words(
              "Mun Dra Gro Călin Văc Bog Cris Dob Flor Gavr Hor Iac Lup Mir Neg Olt Pur Răd Săv Tăn"
                  + " Urs Voi Zam"),
          words("escu eanu ănescu aru oiu ete ilă aș uță ean oveanu ulescu ineanu ici"),
          words(
              "Maria Elena Ioana Ana Andreea Mihaela Alexandra Cristina Daniela Gabriela Ion"
                  + " Gheorghe Vasile Andrei Alexandru Mihai Ștefan Constantin Cristian Adrian"
                  + " Florin Bogdan Răzvan Ionuț Cătălin Raluca Simona Bianca Denisa Ilinca Țvetana"
                  + " Nicolae"),
          words(
              "București Cluj-Napoca Timișoara Iași Constanța Craiova Brașov Galați Ploiești"
                  + " Oradea"),
          words("yahoo.example clicknet.example mail.example"),
          "+407");

  private static List<String> words(String text) {
    return List.of(text.split(" ")).stream().map(word -> word.replace('_', ' ')).toList();
  }
}
