<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AddressPanel</name>
    <message>
        <source>Search for an address</source>
        <extracomment>Name of a list for a screen reader.</extracomment>
        <translation>Suche nach einer Adresse</translation>
    </message>
    <message>
        <source>Ask %1 for this address?</source>
        <extracomment>%1: the name of a host on the internet</extracomment>
        <translation>%1 nach dieser Adresse fragen?</translation>
    </message>
    <message>
        <source>Ask %1</source>
        <extracomment>%1: the name of a host on the internet</extracomment>
        <translation>%1 fragen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Stop looking</source>
        <translation>Suche anhalten</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <extracomment>A place that was found: %1 its first line, %2 where that is, %3 what it is, such as a street.</extracomment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>AddressesCard</name>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Search for addresses</source>
        <translation>Suche nach Adressen</translation>
    </message>
    <message>
        <source>Server for addresses</source>
        <translation>Server für Adressen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the server for addresses</source>
        <translation>Server für Adressen speichern</translation>
    </message>
    <message>
        <source>Ask %1 for addresses?</source>
        <extracomment>%1: the name of a host on the internet</extracomment>
        <translation>%1 nach Adressen fragen?</translation>
    </message>
    <message>
        <source>Ask %1</source>
        <translation>%1 fragen</translation>
    </message>
</context>
<context>
    <name>AddressesStep</name>
    <message>
        <source>Which addresses are yours</source>
        <translation>Welche Adressen Ihre sind</translation>
    </message>
    <message>
        <source>The same words give several addresses, and wallets have used different ones. Keep those that you use; the others can be added later.</source>
        <translation>Dieselben Wörter ergeben mehrere Adressen, und Wallets haben verschiedene benutzt. Behalten Sie die, die Sie benutzen; die anderen lassen sich später hinzufügen.</translation>
    </message>
    <message>
        <source>Keep these addresses</source>
        <translation>Diese Adressen behalten</translation>
    </message>
    <message>
        <source>Restore with these addresses</source>
        <translation>Mit diesen Adressen wiederherstellen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut nachsehen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Asking the network what is at each address</source>
        <translation>Das Netz wird gefragt, was an jeder Adresse liegt</translation>
    </message>
    <message>
        <source>This takes some seconds.</source>
        <translation>Das dauert einige Sekunden.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n more address(es)</source>
        <translation>
            <numerusform>%n weitere Adresse zeigen</numerusform>
            <numerusform>%n weitere Adressen zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep %1: %2</source>
        <extracomment>%1: an address; %2: what is there</extracomment>
        <translation>%1 behalten: %2</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1: an address; %2: how it is made of the words</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Receives</source>
        <translation>Empfängt</translation>
    </message>
    <message>
        <source>Receive here</source>
        <translation>Hier empfangen</translation>
    </message>
    <message>
        <source>Receive at %1</source>
        <extracomment>%1: an address</extracomment>
        <translation>An %1 empfangen</translation>
    </message>
</context>
<context>
    <name>AttentionRow</name>
    <message>
        <source>costs you</source>
        <extracomment>Stands above an amount, as in &quot;costs you about €0.31 a day&quot;.</extracomment>
        <translation>kostet Sie</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 an action, %2 the device it is for; read by a screen reader.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>BackupCheckStep</name>
    <message>
        <source>Check what you wrote</source>
        <translation>Notiertes prüfen</translation>
    </message>
    <message>
        <source>Type three of the words.</source>
        <translation>Geben Sie drei der Wörter ein.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Show the words again</source>
        <translation>Wörter noch einmal zeigen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Word %1</source>
        <extracomment>%1: the place of a recovery word, from 1 to 24</extracomment>
        <translation>Wort %1</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Hide this message</source>
        <extracomment>Button that hides a message.</extracomment>
        <translation>Diese Meldung ausblenden</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Clear the selection</source>
        <extracomment>Button of the bar that shows how many rows are selected.</extracomment>
        <translation>Auswahl aufheben</translation>
    </message>
</context>
<context>
    <name>CheckedSentence</name>
    <message>
        <source>Checked: %1</source>
        <extracomment>Said by a screen reader before a sentence with a check mark.</extracomment>
        <translation>Geprüft: %1</translation>
    </message>
    <message>
        <source>Careful: %1</source>
        <extracomment>Said by a screen reader before a sentence with a warning sign.</extracomment>
        <translation>Achtung: %1</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <extracomment>Said by a screen reader before a sentence that was refused.</extracomment>
        <translation>Abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>ChooseStep</name>
    <message>
        <source>Welcome to the demo</source>
        <translation>Willkommen in der Demo</translation>
    </message>
    <message>
        <source>Welcome to Outpost</source>
        <translation>Willkommen bei Outpost</translation>
    </message>
    <message>
        <source>Everything works here as it does on the real network, on this computer only. Nothing is real money.</source>
        <translation>Alles funktioniert hier wie im echten Netz, aber nur auf diesem Rechner. Nichts davon ist echtes Geld.</translation>
    </message>
    <message>
        <source>Your devices, what they earn, and the wallet that it goes to. Keys and records stay on this computer.</source>
        <translation>Ihre Geräte, was sie verdienen, und die Wallet, in die es fließt. Schlüssel und Aufzeichnungen bleiben auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>New wallet</source>
        <translation>Neue Wallet</translation>
    </message>
    <message>
        <source>You get 8 demo hotspots, some demo money and a month of history.</source>
        <translation>Sie bekommen 8 Demo-Hotspots, etwas Demo-Geld und einen Monat Verlauf.</translation>
    </message>
    <message>
        <source>For your first devices. Takes about three minutes and pen and paper.</source>
        <translation>Für Ihre ersten Geräte. Dauert etwa drei Minuten; Papier und Stift bereithalten.</translation>
    </message>
    <message>
        <source>Restore a wallet</source>
        <translation>Wallet wiederherstellen</translation>
    </message>
    <message>
        <source>With the recovery words of a wallet that you have already.</source>
        <translation>Mit den Wiederherstellungswörtern einer Wallet, die Sie schon haben.</translation>
    </message>
    <message>
        <source>Only watch</source>
        <translation>Nur beobachten</translation>
    </message>
    <message>
        <source>Look at the devices and earnings of an address. Nothing can be moved.</source>
        <translation>Geräte und Verdienst einer Adresse ansehen. Bewegen lässt sich nichts.</translation>
    </message>
    <message>
        <source>I am support</source>
        <translation>Ich bin vom Support</translation>
    </message>
    <message>
        <source>Go straight to the devices beside this computer. No wallet is needed.</source>
        <translation>Direkt zu den Geräten neben diesem Rechner. Dafür braucht es keine Wallet.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Opens a second window with made-up devices and money. Nothing there is real, and it cannot touch anything real.</source>
        <translation>Öffnet ein zweites Fenster mit erfundenen Geräten und erfundenem Geld. Nichts davon ist echt, und es kann nichts Echtes berühren.</translation>
    </message>
    <message>
        <source>Not every wallet could be read.</source>
        <translation>Nicht jede Wallet ließ sich lesen.</translation>
    </message>
</context>
<context>
    <name>CollectSheet</name>
    <message>
        <source>What you sign, checked twice</source>
        <translation>Was Sie unterschreiben, zweifach geprüft</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>Was geschieht</translation>
    </message>
    <message>
        <source>Takes about half a minute. You can close the window meanwhile.</source>
        <translation>Dauert etwa eine halbe Minute. Sie können das Fenster solange schließen.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go on in the background</source>
        <translation>Im Hintergrund weiter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Working out what it brings and costs, and checking it twice</source>
        <translation>Ertrag und Kosten werden ermittelt und zweifach geprüft</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adresse kopieren</translation>
    </message>
</context>
<context>
    <name>CostPanel</name>
    <message>
        <source>What it will cost</source>
        <extracomment>Heading of the column that lists the cost of an act.</extracomment>
        <translation>Was es kosten wird</translation>
    </message>
    <message>
        <source>Total</source>
        <extracomment>The sum of all costs.</extracomment>
        <translation>Summe</translation>
    </message>
</context>
<context>
    <name>DeviceConnection</name>
    <message>
        <source>Wi-Fi</source>
        <translation>WLAN</translation>
    </message>
    <message>
        <source>Stand within ten metres of the device. It tells which networks it sees.</source>
        <translation>Bleiben Sie innerhalb von zehn Metern. Das Gerät sagt, welche Netze es sieht.</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <extracomment>%1 the name of a Wi-Fi network.</extracomment>
        <translation>Passwort von %1</translation>
    </message>
    <message>
        <source>Goes to the device only and is kept nowhere. Leave it empty for an open network.</source>
        <translation>Geht nur an das Gerät und wird nirgends aufbewahrt. Bei einem offenen Netz leer lassen.</translation>
    </message>
    <message>
        <source>Read its Wi-Fi</source>
        <translation>WLAN auslesen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Noch einmal lesen</translation>
    </message>
    <message>
        <source>Give it this network</source>
        <translation>Dieses Netz übergeben</translation>
    </message>
</context>
<context>
    <name>DeviceMap</name>
    <message>
        <source>Map</source>
        <extracomment>Name of the map for a screen reader.</extracomment>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Chosen place: %1, %2</source>
        <extracomment>Said by a screen reader. %1 latitude, %2 longitude in degrees.</extracomment>
        <translation>Gewählter Standort: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s) on the map</source>
        <extracomment>Said by a screen reader about a map.</extracomment>
        <translation>
            <numerusform>%n Gerät auf der Karte</numerusform>
            <numerusform>%n Geräte auf der Karte</numerusform>
        </translation>
    </message>
    <message>
        <source>Zoom in</source>
        <extracomment>Button on a map.</extracomment>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <extracomment>Button on a map.</extracomment>
        <translation>Verkleinern</translation>
    </message>
</context>
<context>
    <name>DeviceOverview</name>
    <message>
        <source>Set the place</source>
        <translation>Standort festlegen</translation>
    </message>
    <message>
        <source>Ask it over Bluetooth</source>
        <translation>Über Bluetooth fragen</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>Verdient</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Collect…</source>
        <translation>Einsammeln …</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Where %1 stands</source>
        <translation>Wo %1 steht</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>Angegeben</translation>
    </message>
    <message>
        <source>Its place was never set</source>
        <translation>Der Standort wurde nie festgelegt</translation>
    </message>
    <message>
        <source>Antenna</source>
        <translation>Antenne</translation>
    </message>
    <message>
        <source>The network does not say</source>
        <translation>Das Netz sagt es nicht</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>Gehört</translation>
    </message>
    <message>
        <source>Change the place…</source>
        <translation>Standort ändern …</translation>
    </message>
    <message>
        <source>Set the place…</source>
        <translation>Standort festlegen …</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>Messwerte</translation>
    </message>
</context>
<context>
    <name>DeviceScreen</name>
    <message>
        <source>Opening the device</source>
        <translation>Gerät wird geöffnet</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>Alle Geräte</translation>
    </message>
    <message>
        <source>Name and note</source>
        <translation>Name und Notiz</translation>
    </message>
    <message>
        <source>Ask it over Bluetooth</source>
        <translation>Über Bluetooth fragen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>What the device says</source>
        <translation>Was das Gerät sagt</translation>
    </message>
    <message>
        <source>Stand within ten metres of it and ask: it answers over Bluetooth, without internet.</source>
        <translation>Bleiben Sie innerhalb von zehn Metern und fragen Sie: Es antwortet über Bluetooth, ohne Internet.</translation>
    </message>
    <message>
        <source>This device does not say</source>
        <translation>Dieses Gerät sagt es nicht</translation>
    </message>
    <message>
        <source>Only on this computer; the network keeps its own name.</source>
        <translation>Nur auf diesem Rechner; das Netz behält seinen eigenen Namen.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Your name for it</source>
        <translation>Ihr Name dafür</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>For example who hosts it, or where the key is.</source>
        <translation>Zum Beispiel, wer es beherbergt oder wo der Schlüssel liegt.</translation>
    </message>
</context>
<context>
    <name>DevicesScreen</name>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Nicht eingerichtet</translation>
    </message>
    <message>
        <source>Name, place or note</source>
        <translation>Name, Ort oder Notiz</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Ready to collect</source>
        <translation>Bereit zum Einsammeln</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Veränderung</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Select %1</source>
        <extracomment>%1 the name of a device.</extracomment>
        <translation>%1 auswählen</translation>
    </message>
    <message>
        <source>Its place was never set</source>
        <translation>Der Standort wurde nie festgelegt</translation>
    </message>
    <message>
        <source>Never seen so far</source>
        <translation>Bisher nie gesehen</translation>
    </message>
    <message>
        <source>It does not earn yet</source>
        <translation>Es verdient noch nicht</translation>
    </message>
    <message>
        <source>Nothing to compare with in the month before</source>
        <translation>Im Monat davor gibt es nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>No device matches</source>
        <translation>Kein Gerät passt</translation>
    </message>
    <message>
        <source>Look for fewer words, or show all states.</source>
        <translation>Suchen Sie nach weniger Wörtern, oder zeigen Sie alle Zustände.</translation>
    </message>
    <message>
        <source>Show all states</source>
        <translation>Alle Zustände zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n ausgewählt</numerusform>
            <numerusform>%n ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Einsammeln</translation>
    </message>
</context>
<context>
    <name>Dialog</name>
    <message>
        <source>Cancel</source>
        <extracomment>The button that leaves a dialog without doing anything.</extracomment>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>EarningsScreen</name>
    <message>
        <source>Earnings</source>
        <translation>Verdienst</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>Verdient</translation>
    </message>
    <message>
        <source>Ready to collect</source>
        <translation>Bereit zum Einsammeln</translation>
    </message>
    <message>
        <source>You see the cost before anything is sent.</source>
        <translation>Sie sehen die Kosten, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <source>This wallet is only watched; its owner collects.</source>
        <translation>Diese Wallet wird nur beobachtet; einsammeln kann ihr Eigentümer.</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>Collect…</source>
        <translation>Einsammeln …</translation>
    </message>
    <message>
        <source>Table by</source>
        <translation>Tabelle nach</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Nach Tag</translation>
    </message>
    <message>
        <source>By device</source>
        <translation>Nach Gerät</translation>
    </message>
    <message>
        <source>Nothing came in</source>
        <translation>Nichts kam herein</translation>
    </message>
    <message>
        <source>No price is known</source>
        <translation>Kein Preis bekannt</translation>
    </message>
    <message>
        <source>%1 ready</source>
        <extracomment>%1 an amount of money that waits.</extracomment>
        <translation>%1 bereit</translation>
    </message>
    <message>
        <source>Nothing is waiting</source>
        <translation>Nichts wartet</translation>
    </message>
    <message>
        <source>Export earnings</source>
        <translation>Verdienst exportieren</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Something went wrong inside Outpost.</source>
        <translation>In Outpost ist etwas schiefgegangen.</translation>
    </message>
    <message>
        <source>Try again; if it stays, report it with what you did.</source>
        <translation>Versuchen Sie es erneut; bleibt es so, melden Sie es und was Sie getan haben.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>A figure is larger than Outpost can reckon with.</source>
        <translation>Eine Zahl ist größer, als Outpost rechnen kann.</translation>
    </message>
    <message>
        <source>Check the amount.</source>
        <translation>Prüfen Sie den Betrag.</translation>
    </message>
    <message>
        <source>This is not in a form that Outpost can read.</source>
        <translation>Diese Form kann Outpost nicht lesen.</translation>
    </message>
    <message>
        <source>Check what you entered.</source>
        <translation>Prüfen Sie Ihre Eingabe.</translation>
    </message>
    <message>
        <source>This is longer than Outpost accepts.</source>
        <translation>Das ist länger, als Outpost annimmt.</translation>
    </message>
    <message>
        <source>Shorten it, or take a part at a time.</source>
        <translation>Kürzen Sie es, oder nehmen Sie jeweils einen Teil.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>Check the name and the folder.</source>
        <translation>Prüfen Sie Namen und Ordner.</translation>
    </message>
    <message>
        <source>There is a file of this name already.</source>
        <translation>Eine Datei dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>This computer does not let Outpost use that file.</source>
        <translation>Dieser Rechner lässt Outpost diese Datei nicht benutzen.</translation>
    </message>
    <message>
        <source>Check who may read and write the folder.</source>
        <translation>Prüfen Sie, wer den Ordner lesen und beschreiben darf.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Schaffen Sie Platz, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Reading or writing a file failed.</source>
        <translation>Eine Datei ließ sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>Check the disk, then try again.</source>
        <translation>Prüfen Sie den Datenträger, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>What was received is cut off.</source>
        <translation>Das Empfangene ist abgeschnitten.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>What was received has more in it than it should.</source>
        <translation>Das Empfangene enthält mehr, als es sollte.</translation>
    </message>
    <message>
        <source>Try again; if it stays, look for an update.</source>
        <translation>Versuchen Sie es erneut; bleibt es so, suchen Sie nach einer neuen Version.</translation>
    </message>
    <message>
        <source>What was received cannot be read.</source>
        <translation>Das Empfangene ist nicht lesbar.</translation>
    </message>
    <message>
        <source>What was received is longer than Outpost accepts.</source>
        <translation>Das Empfangene ist länger, als Outpost annimmt.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>The answer is not in the form that was promised.</source>
        <translation>Die Antwort hat nicht die zugesagte Form.</translation>
    </message>
    <message>
        <source>The answer lacks a part that Outpost needs: %1.</source>
        <translation>Der Antwort fehlt ein Teil, den Outpost braucht: %1.</translation>
    </message>
    <message>
        <source>Try again later; if it stays, look for an update.</source>
        <translation>Versuchen Sie es später erneut; bleibt es so, suchen Sie nach einer neuen Version.</translation>
    </message>
    <message>
        <source>The answer has words where a number belongs.</source>
        <translation>Die Antwort hat Wörter, wo eine Zahl stehen muss.</translation>
    </message>
    <message>
        <source>This is not a place that Outpost can read.</source>
        <translation>Diesen Ort kann Outpost nicht lesen.</translation>
    </message>
    <message>
        <source>Enter latitude and longitude, for instance 52.3702, 4.8832.</source>
        <translation>Geben Sie Breite und Länge ein, zum Beispiel 52.3702, 4.8832.</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>Das Passwort ist falsch.</translation>
    </message>
    <message>
        <source>Type it again. Without it only the recovery words open the wallet.</source>
        <translation>Geben Sie es noch einmal ein. Ohne Passwort öffnen nur die Wiederherstellungswörter die Wallet.</translation>
    </message>
    <message>
        <source>The wallet&apos;s file is damaged: %1</source>
        <translation>Die Datei der Wallet ist beschädigt: %1</translation>
    </message>
    <message>
        <source>Restore the wallet from its recovery words, or put a copy of the file back.</source>
        <translation>Stellen Sie die Wallet aus ihren Wiederherstellungswörtern wieder her, oder legen Sie eine Kopie der Datei zurück.</translation>
    </message>
    <message>
        <source>The wallet was written by a newer Outpost.</source>
        <translation>Die Wallet stammt von einem neueren Outpost.</translation>
    </message>
    <message>
        <source>Update Outpost.</source>
        <translation>Aktualisieren Sie Outpost.</translation>
    </message>
    <message>
        <source>There is a wallet already: %1</source>
        <translation>Es gibt schon eine Wallet: %1</translation>
    </message>
    <message>
        <source>Use it, or choose another name.</source>
        <translation>Benutzen Sie sie, oder wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>The wallet&apos;s file is gone: %1</source>
        <translation>Die Datei der Wallet fehlt: %1</translation>
    </message>
    <message>
        <source>Put it back, or restore the wallet from its recovery words.</source>
        <translation>Legen Sie sie zurück, oder stellen Sie die Wallet aus ihren Wiederherstellungswörtern wieder her.</translation>
    </message>
    <message>
        <source>Another program changed the wallet&apos;s file.</source>
        <translation>Ein anderes Programm hat die Datei der Wallet geändert.</translation>
    </message>
    <message>
        <source>Lock the wallet, unlock it again and repeat the change.</source>
        <translation>Sperren und entsperren Sie die Wallet, und wiederholen Sie die Änderung.</translation>
    </message>
    <message>
        <source>This wallet belongs to the demo and cannot hold real money.</source>
        <translation>Diese Wallet gehört zur Demo und kann kein echtes Geld halten.</translation>
    </message>
    <message>
        <source>Start Outpost with --demo to use it.</source>
        <translation>Starten Sie Outpost mit --demo, um sie zu benutzen.</translation>
    </message>
    <message>
        <source>This wallet holds real money and is not opened on the demo.</source>
        <translation>Diese Wallet hält echtes Geld und wird in der Demo nicht geöffnet.</translation>
    </message>
    <message>
        <source>Start Outpost without --demo to use it.</source>
        <translation>Starten Sie Outpost ohne --demo, um sie zu benutzen.</translation>
    </message>
    <message>
        <source>The wallet&apos;s file is protected more weakly than Outpost allows.</source>
        <translation>Die Datei der Wallet ist schwächer geschützt, als Outpost zulässt.</translation>
    </message>
    <message>
        <source>Restore the wallet from its recovery words.</source>
        <translation>Stellen Sie die Wallet aus ihren Wiederherstellungswörtern wieder her.</translation>
    </message>
    <message>
        <source>Opening the wallet needs more memory than this computer should spend.</source>
        <translation>Das Öffnen der Wallet braucht mehr Speicher, als dieser Rechner hergeben sollte.</translation>
    </message>
    <message>
        <source>Open it on the computer that made it, or restore it from its recovery words.</source>
        <translation>Öffnen Sie sie auf dem Rechner, der sie erstellt hat, oder stellen Sie sie aus ihren Wiederherstellungswörtern wieder her.</translation>
    </message>
    <message>
        <source>The wallet holds something that Outpost cannot use.</source>
        <translation>Die Wallet enthält etwas, womit Outpost nichts anfangen kann.</translation>
    </message>
    <message>
        <source>Check the name and the addresses.</source>
        <translation>Prüfen Sie Namen und Adressen.</translation>
    </message>
    <message>
        <source>There is not enough free memory to open the wallet.</source>
        <translation>Zum Öffnen der Wallet ist nicht genug Speicher frei.</translation>
    </message>
    <message>
        <source>Close other programs, then try again.</source>
        <translation>Schließen Sie andere Programme, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>There is no password yet.</source>
        <translation>Es gibt noch kein Passwort.</translation>
    </message>
    <message>
        <source>Type one.</source>
        <translation>Geben Sie eines ein.</translation>
    </message>
    <message>
        <source>The password has signs in it that are not text.</source>
        <translation>Das Passwort enthält Zeichen, die kein Text sind.</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>Geben Sie es noch einmal ein.</translation>
    </message>
    <message>
        <source>The password is too long.</source>
        <translation>Das Passwort ist zu lang.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Wählen Sie ein kürzeres.</translation>
    </message>
    <message>
        <source>The password is too easy to guess.</source>
        <translation>Das Passwort ist zu leicht zu erraten.</translation>
    </message>
    <message>
        <source>Make it longer; four random words are good.</source>
        <translation>Machen Sie es länger; vier zufällige Wörter sind gut.</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait %1 s.</source>
        <translation>Zu viele falsche Passwörter. Warten Sie %1 s.</translation>
    </message>
    <message>
        <source>Or restore the wallet from its recovery words.</source>
        <translation>Oder stellen Sie die Wallet aus ihren Wiederherstellungswörtern wieder her.</translation>
    </message>
    <message>
        <source>There are %1 words; a wallet has 12, 15, 18, 21 or 24.</source>
        <translation>Es sind %1 Wörter; eine Wallet hat 12, 15, 18, 21 oder 24.</translation>
    </message>
    <message>
        <source>Check that none is missing.</source>
        <translation>Prüfen Sie, ob eines fehlt.</translation>
    </message>
    <message>
        <source>Word %1 is not one of the recovery words.</source>
        <translation>Wort %1 ist kein Wiederherstellungswort.</translation>
    </message>
    <message>
        <source>Compare it with what you wrote down.</source>
        <translation>Vergleichen Sie es mit Ihrer Notiz.</translation>
    </message>
    <message>
        <source>Word %1 could be more than one word.</source>
        <translation>Wort %1 könnte mehr als ein Wort sein.</translation>
    </message>
    <message>
        <source>Type it in full.</source>
        <translation>Schreiben Sie es aus.</translation>
    </message>
    <message>
        <source>The words do not belong together.</source>
        <translation>Die Wörter gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>One is wrong or two changed places; compare them with what you wrote down.</source>
        <translation>Eines ist falsch, oder zwei sind vertauscht; vergleichen Sie sie mit Ihrer Notiz.</translation>
    </message>
    <message>
        <source>The demo takes no recovery words of a real wallet.</source>
        <translation>Die Demo nimmt keine Wiederherstellungswörter einer echten Wallet an.</translation>
    </message>
    <message>
        <source>Start Outpost without --demo to restore a wallet.</source>
        <translation>Starten Sie Outpost ohne --demo, um eine Wallet wiederherzustellen.</translation>
    </message>
    <message>
        <source>The extra passphrase is wrong.</source>
        <translation>Die zusätzliche Passphrase ist falsch.</translation>
    </message>
    <message>
        <source>You have not shown yet that you wrote the recovery words down.</source>
        <translation>Sie haben noch nicht gezeigt, dass Sie die Wiederherstellungswörter notiert haben.</translation>
    </message>
    <message>
        <source>Check the words first; it takes a minute.</source>
        <translation>Prüfen Sie zuerst die Wörter; das dauert eine Minute.</translation>
    </message>
    <message>
        <source>Word %1 is not the one that was shown.</source>
        <translation>Wort %1 ist nicht das gezeigte.</translation>
    </message>
    <message>
        <source>This derivation path cannot be read.</source>
        <translation>Dieser Ableitungspfad ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Write it like m/44&apos;/501&apos;/0&apos;/0&apos;.</source>
        <translation>Schreiben Sie ihn wie m/44&apos;/501&apos;/0&apos;/0&apos;.</translation>
    </message>
    <message>
        <source>No key can be derived from these words in this way.</source>
        <translation>Aus diesen Wörtern lässt sich so kein Schlüssel ableiten.</translation>
    </message>
    <message>
        <source>Choose another way.</source>
        <translation>Wählen Sie einen anderen Weg.</translation>
    </message>
    <message>
        <source>The wallet is locked.</source>
        <translation>Die Wallet ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock it.</source>
        <translation>Entsperren Sie sie.</translation>
    </message>
    <message>
        <source>This wallet only watches: its key is elsewhere.</source>
        <translation>Diese Wallet beobachtet nur: Ihr Schlüssel ist woanders.</translation>
    </message>
    <message>
        <source>Restore the wallet from its recovery words to act with it.</source>
        <translation>Stellen Sie die Wallet aus ihren Wiederherstellungswörtern wieder her, um mit ihr zu handeln.</translation>
    </message>
    <message>
        <source>Your approval is too old.</source>
        <translation>Ihre Zustimmung ist zu alt.</translation>
    </message>
    <message>
        <source>Look at the review once more and approve it again.</source>
        <translation>Sehen Sie sich die Übersicht noch einmal an, und stimmen Sie erneut zu.</translation>
    </message>
    <message>
        <source>What was to be signed is not what you approved.</source>
        <translation>Was unterschrieben werden sollte, ist nicht das, dem Sie zugestimmt haben.</translation>
    </message>
    <message>
        <source>Nothing was signed. Start again.</source>
        <translation>Nichts wurde unterschrieben. Beginnen Sie erneut.</translation>
    </message>
    <message>
        <source>No wallet here has this account.</source>
        <translation>Keine Wallet hier hat dieses Konto.</translation>
    </message>
    <message>
        <source>Check the address.</source>
        <translation>Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>The transaction cannot be read.</source>
        <translation>Die Transaktion ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Nothing was signed. Try again.</source>
        <translation>Nichts wurde unterschrieben. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The transaction is larger than the network takes.</source>
        <translation>Die Transaktion ist größer, als das Netz annimmt.</translation>
    </message>
    <message>
        <source>Take fewer devices at a time.</source>
        <translation>Nehmen Sie weniger Geräte auf einmal.</translation>
    </message>
    <message>
        <source>The transaction touches more accounts than the network takes.</source>
        <translation>Die Transaktion berührt mehr Konten, als das Netz annimmt.</translation>
    </message>
    <message>
        <source>The transaction is of a version that Outpost does not know.</source>
        <translation>Outpost kennt die Version dieser Transaktion nicht.</translation>
    </message>
    <message>
        <source>Look for an update.</source>
        <translation>Suchen Sie nach einer neuen Version.</translation>
    </message>
    <message>
        <source>An address list that the transaction names is not there.</source>
        <translation>Eine Adressliste, die die Transaktion nennt, ist nicht da.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>This wallet&apos;s signature is not asked for.</source>
        <translation>Die Unterschrift dieser Wallet ist nicht gefragt.</translation>
    </message>
    <message>
        <source>A signature in the transaction is wrong.</source>
        <translation>Eine Unterschrift in der Transaktion ist falsch.</translation>
    </message>
    <message>
        <source>Nothing was sent. Start again.</source>
        <translation>Nichts wurde gesendet. Beginnen Sie erneut.</translation>
    </message>
    <message>
        <source>The network&apos;s records have a form that this version does not know.</source>
        <translation>Die Einträge des Netzes haben eine Form, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>A server built another transaction than the one that was planned.</source>
        <translation>Ein Server hat eine andere Transaktion gebaut als die geplante.</translation>
    </message>
    <message>
        <source>Nothing was signed. Try again later.</source>
        <translation>Nichts wurde unterschrieben. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check the internet connection; Outpost tries again by itself.</source>
        <translation>Prüfen Sie die Internetverbindung; Outpost versucht es von selbst erneut.</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 cannot prove that it is the server it should be.</source>
        <translation>%1 kann nicht beweisen, der richtige Server zu sein.</translation>
    </message>
    <message>
        <source>Check the clock of this computer; in a foreign network, use another one.</source>
        <translation>Prüfen Sie die Uhr dieses Rechners; in einem fremden Netz benutzen Sie ein anderes.</translation>
    </message>
    <message>
        <source>%1 sent more than Outpost accepts.</source>
        <translation>%1 hat mehr gesendet, als Outpost annimmt.</translation>
    </message>
    <message>
        <source>Outpost does not connect to this address: %1</source>
        <translation>Mit dieser Adresse verbindet sich Outpost nicht: %1</translation>
    </message>
    <message>
        <source>Use an address that begins with https.</source>
        <translation>Verwenden Sie eine Adresse, die mit https beginnt.</translation>
    </message>
    <message>
        <source>%1 is not among the hosts that Outpost may talk to.</source>
        <translation>%1 gehört nicht zu den Rechnern, mit denen Outpost sprechen darf.</translation>
    </message>
    <message>
        <source>Settings lists them all.</source>
        <translation>Die Einstellungen nennen alle.</translation>
    </message>
    <message>
        <source>%1 sends from one address to the next.</source>
        <translation>%1 schickt von einer Adresse zur nächsten.</translation>
    </message>
    <message>
        <source>%1 asks for a pause.</source>
        <translation>%1 bittet um eine Pause.</translation>
    </message>
    <message>
        <source>Wait a minute; your own node in Settings has no such limit.</source>
        <translation>Warten Sie eine Minute; Ihr eigener Knoten in den Einstellungen hat keine solche Grenze.</translation>
    </message>
    <message>
        <source>%1 refused the question (%2).</source>
        <translation>%1 hat die Anfrage abgelehnt (%2).</translation>
    </message>
    <message>
        <source>Check the address in Settings.</source>
        <translation>Prüfen Sie die Adresse in den Einstellungen.</translation>
    </message>
    <message>
        <source>%1 has a problem of its own (%2).</source>
        <translation>%1 hat selbst ein Problem (%2).</translation>
    </message>
    <message>
        <source>%1 gave an answer that Outpost does not expect (%2).</source>
        <translation>%1 gab eine Antwort, die Outpost nicht erwartet (%2).</translation>
    </message>
    <message>
        <source>%1 answered something that Outpost does not understand.</source>
        <translation>%1 hat etwas geantwortet, das Outpost nicht versteht.</translation>
    </message>
    <message>
        <source>%1 answered with an error (%2): %3</source>
        <translation>%1 hat mit einem Fehler geantwortet (%2): %3</translation>
    </message>
    <message>
        <source>Try again, or use another node in Settings.</source>
        <translation>Versuchen Sie es erneut, oder nehmen Sie in den Einstellungen einen anderen Knoten.</translation>
    </message>
    <message>
        <source>Not sent: %1 would not take it (%2).</source>
        <translation>Nicht gesendet: %1 hat es nicht angenommen (%2).</translation>
    </message>
    <message>
        <source>Start again; nothing was paid.</source>
        <translation>Beginnen Sie erneut; nichts wurde bezahlt.</translation>
    </message>
    <message>
        <source>Not sent: it took too long between approving and sending.</source>
        <translation>Nicht gesendet: Zwischen Zustimmen und Senden verging zu viel Zeit.</translation>
    </message>
    <message>
        <source>%1 is behind the network.</source>
        <translation>%1 hinkt dem Netz hinterher.</translation>
    </message>
    <message>
        <source>%1 does not know this yet.</source>
        <translation>%1 kennt das noch nicht.</translation>
    </message>
    <message>
        <source>New entries take up to a minute; try again then.</source>
        <translation>Neue Einträge brauchen bis zu einer Minute; versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>%1 and %2 disagree about an account.</source>
        <translation>%1 und %2 sind sich über ein Konto nicht einig.</translation>
    </message>
    <message>
        <source>Nothing was signed. Try again in a minute.</source>
        <translation>Nichts wurde unterschrieben. Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>The network&apos;s records kept changing while Outpost looked at them.</source>
        <translation>Die Einträge des Netzes änderten sich, während Outpost sie las.</translation>
    </message>
    <message>
        <source>Outpost&apos;s records are damaged.</source>
        <translation>Die Aufzeichnungen von Outpost sind beschädigt.</translation>
    </message>
    <message>
        <source>Restart Outpost; it takes the last good copy. Wallets are not affected.</source>
        <translation>Starten Sie Outpost neu; es nimmt die letzte gute Kopie. Wallets sind nicht betroffen.</translation>
    </message>
    <message>
        <source>The disk is full; nothing more can be written down.</source>
        <translation>Der Datenträger ist voll; nichts lässt sich mehr aufschreiben.</translation>
    </message>
    <message>
        <source>Outpost may not write its records.</source>
        <translation>Outpost darf seine Aufzeichnungen nicht schreiben.</translation>
    </message>
    <message>
        <source>Check who may write the folder.</source>
        <translation>Prüfen Sie, wer den Ordner beschreiben darf.</translation>
    </message>
    <message>
        <source>Another program uses Outpost&apos;s records.</source>
        <translation>Ein anderes Programm benutzt die Aufzeichnungen von Outpost.</translation>
    </message>
    <message>
        <source>Close it, or try again in a moment.</source>
        <translation>Schließen Sie es, oder versuchen Sie es gleich erneut.</translation>
    </message>
    <message>
        <source>Outpost&apos;s records cannot be read or written.</source>
        <translation>Die Aufzeichnungen von Outpost lassen sich nicht lesen oder schreiben.</translation>
    </message>
    <message>
        <source>Check the disk, then restart Outpost.</source>
        <translation>Prüfen Sie den Datenträger, und starten Sie Outpost neu.</translation>
    </message>
    <message>
        <source>The records were written by a newer Outpost.</source>
        <translation>Die Aufzeichnungen stammen von einem neueren Outpost.</translation>
    </message>
    <message>
        <source>Records of the demo and of the real network do not mix.</source>
        <translation>Aufzeichnungen der Demo und des echten Netzes vertragen sich nicht.</translation>
    </message>
    <message>
        <source>Choose another folder with --home.</source>
        <translation>Wählen Sie mit --home einen anderen Ordner.</translation>
    </message>
    <message>
        <source>There is no such entry.</source>
        <translation>Diesen Eintrag gibt es nicht.</translation>
    </message>
    <message>
        <source>Check the name.</source>
        <translation>Prüfen Sie den Namen.</translation>
    </message>
    <message>
        <source>This cannot be done any more at this point.</source>
        <translation>Das geht an dieser Stelle nicht mehr.</translation>
    </message>
    <message>
        <source>Look at how it stands now.</source>
        <translation>Sehen Sie nach, wie es jetzt steht.</translation>
    </message>
    <message>
        <source>Another Outpost is working on this.</source>
        <translation>Ein anderes Outpost arbeitet daran.</translation>
    </message>
    <message>
        <source>Wait until it has finished.</source>
        <translation>Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <source>The same is under way already.</source>
        <translation>Dasselbe läuft schon.</translation>
    </message>
    <message>
        <source>The device is not near.</source>
        <translation>Das Gerät ist nicht in der Nähe.</translation>
    </message>
    <message>
        <source>Go closer and press its pairing button, if it has one.</source>
        <translation>Gehen Sie näher heran, und drücken Sie gegebenenfalls seine Kopplungstaste.</translation>
    </message>
    <message>
        <source>The connection to the device broke.</source>
        <translation>Die Verbindung zum Gerät ist abgebrochen.</translation>
    </message>
    <message>
        <source>Stay close and try again.</source>
        <translation>Bleiben Sie nahe, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The device did not answer in time.</source>
        <translation>Das Gerät hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Go closer, or restart the device.</source>
        <translation>Gehen Sie näher heran, oder starten Sie das Gerät neu.</translation>
    </message>
    <message>
        <source>The device refused.</source>
        <translation>Das Gerät hat abgelehnt.</translation>
    </message>
    <message>
        <source>Restart the device and try again.</source>
        <translation>Starten Sie das Gerät neu, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The device is connected elsewhere.</source>
        <translation>Das Gerät ist anderswo verbunden.</translation>
    </message>
    <message>
        <source>Close the app on your phone, then try again.</source>
        <translation>Schließen Sie die App auf Ihrem Telefon, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This computer has no Bluetooth.</source>
        <translation>Dieser Rechner hat kein Bluetooth.</translation>
    </message>
    <message>
        <source>Plug in a Bluetooth adapter.</source>
        <translation>Stecken Sie einen Bluetooth-Adapter ein.</translation>
    </message>
    <message>
        <source>Bluetooth is off.</source>
        <translation>Bluetooth ist aus.</translation>
    </message>
    <message>
        <source>Switch it on.</source>
        <translation>Schalten Sie es ein.</translation>
    </message>
    <message>
        <source>Outpost may not use Bluetooth.</source>
        <translation>Outpost darf Bluetooth nicht benutzen.</translation>
    </message>
    <message>
        <source>Allow it in the system&apos;s settings.</source>
        <translation>Erlauben Sie es in den Systemeinstellungen.</translation>
    </message>
    <message>
        <source>The device lacks a function that it should have.</source>
        <translation>Dem Gerät fehlt eine Funktion, die es haben sollte.</translation>
    </message>
    <message>
        <source>Its firmware may be too old; ask its maker.</source>
        <translation>Seine Firmware ist vielleicht zu alt; fragen Sie den Hersteller.</translation>
    </message>
    <message>
        <source>This computer&apos;s Bluetooth cannot do that.</source>
        <translation>Das Bluetooth dieses Rechners kann das nicht.</translation>
    </message>
    <message>
        <source>Use another adapter.</source>
        <translation>Benutzen Sie einen anderen Adapter.</translation>
    </message>
    <message>
        <source>Bluetooth failed.</source>
        <translation>Bluetooth hat versagt.</translation>
    </message>
    <message>
        <source>Switch it off and on, then try again.</source>
        <translation>Schalten Sie es aus und ein, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Not signed: Outpost does not understand everything in it.</source>
        <translation>Nicht unterschrieben: Outpost versteht nicht alles darin.</translation>
    </message>
    <message>
        <source>Do not sign it elsewhere unless you know what it does.</source>
        <translation>Unterschreiben Sie es auch anderswo nur, wenn Sie wissen, was es tut.</translation>
    </message>
    <message>
        <source>Nothing was sent. Report where it came from.</source>
        <translation>Nichts wurde gesendet. Melden Sie, woher es kam.</translation>
    </message>
    <message>
        <source>Not signed: what it says and what it would do differ.</source>
        <translation>Nicht unterschrieben: Was es sagt und was es täte, weicht voneinander ab.</translation>
    </message>
    <message>
        <source>Nothing was sent. Try again later.</source>
        <translation>Nichts wurde gesendet. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>Not signed: it would take more than you were shown.</source>
        <translation>Nicht unterschrieben: Es nähme mehr, als Ihnen gezeigt wurde.</translation>
    </message>
    <message>
        <source>Nothing was sent. Start again to see the new figures.</source>
        <translation>Nichts wurde gesendet. Beginnen Sie erneut, um die neuen Zahlen zu sehen.</translation>
    </message>
    <message>
        <source>Not signed: a server built something else than was planned.</source>
        <translation>Nicht unterschrieben: Ein Server hat etwas anderes gebaut als geplant.</translation>
    </message>
    <message>
        <source>Not signed: somebody unexpected pays the fee.</source>
        <translation>Nicht unterschrieben: Jemand Unerwartetes zahlt die Gebühr.</translation>
    </message>
    <message>
        <source>Not signed: two servers disagree about an account.</source>
        <translation>Nicht unterschrieben: Zwei Server sind sich über ein Konto nicht einig.</translation>
    </message>
    <message>
        <source>Nothing was sent. Try again in a minute.</source>
        <translation>Nichts wurde gesendet. Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>Not sent: the network says that it would fail (%1).</source>
        <translation>Nicht gesendet: Das Netz sagt, dass es scheitern würde (%1).</translation>
    </message>
    <message>
        <source>Nothing was paid. Try again in a minute.</source>
        <translation>Nichts wurde bezahlt. Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>This needs %1 %3 and the wallet holds %2.</source>
        <translation>Dafür braucht es %1 %3, und die Wallet hält %2.</translation>
    </message>
    <message>
        <source>Send the missing amount to your receiving address.</source>
        <translation>Senden Sie den fehlenden Betrag an Ihre Empfangsadresse.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message>
        <source>Nothing was paid. Try again.</source>
        <translation>Nichts wurde bezahlt. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Sent, but the network refused: %1</source>
        <translation>Gesendet, aber vom Netz abgelehnt: %1</translation>
    </message>
    <message>
        <source>Only the network fee was paid. Try again.</source>
        <translation>Nur die Netzgebühr wurde bezahlt. Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Sent, and it is not known yet whether it happened.</source>
        <translation>Gesendet, und es ist noch nicht bekannt, ob es geschehen ist.</translation>
    </message>
    <message>
        <source>Wait; Outpost keeps asking and does not send it twice.</source>
        <translation>Warten Sie; Outpost fragt weiter und sendet es nicht zweimal.</translation>
    </message>
    <message>
        <source>Not sent in time; it can never happen any more.</source>
        <translation>Nicht rechtzeitig gesendet; es kann nicht mehr geschehen.</translation>
    </message>
    <message>
        <source>There is no wallet yet.</source>
        <translation>Es gibt noch keine Wallet.</translation>
    </message>
    <message>
        <source>Make one, or restore one from its recovery words.</source>
        <translation>Erstellen Sie eine, oder stellen Sie eine aus ihren Wiederherstellungswörtern wieder her.</translation>
    </message>
    <message>
        <source>There is nothing to collect now.</source>
        <translation>Jetzt gibt es nichts einzusammeln.</translation>
    </message>
    <message>
        <source>This network does not offer that.</source>
        <translation>Das bietet dieses Netz nicht an.</translation>
    </message>
    <message>
        <source>The device is not near this computer.</source>
        <translation>Das Gerät ist nicht in der Nähe dieses Rechners.</translation>
    </message>
    <message>
        <source>This Outpost cannot go on with what was begun.</source>
        <translation>Dieses Outpost kann das Begonnene nicht fortsetzen.</translation>
    </message>
    <message>
        <source>It did not succeed after many tries.</source>
        <translation>Es ist nach vielen Versuchen nicht gelungen.</translation>
    </message>
    <message>
        <source>Use that window, or choose another folder with --home.</source>
        <translation>Benutzen Sie jenes Fenster, oder wählen Sie mit --home einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The file with the network addresses cannot be used.</source>
        <translation>Die Datei mit den Netzadressen ist nicht verwendbar.</translation>
    </message>
    <message>
        <source>Check it, or start without --network-config.</source>
        <translation>Prüfen Sie sie, oder starten Sie ohne --network-config.</translation>
    </message>
    <message>
        <source>The command cannot be run like this: %1</source>
        <translation>So lässt sich der Befehl nicht ausführen: %1</translation>
    </message>
    <message>
        <source>Add --help to see how it is used.</source>
        <translation>Mit --help sehen Sie, wie er verwendet wird.</translation>
    </message>
    <message>
        <source>Something went wrong inside Outpost (%1).</source>
        <extracomment>%1: the code of a failure for which there are no words</extracomment>
        <translation>In Outpost ist etwas schiefgegangen (%1).</translation>
    </message>
    <message>
        <source>Another Outpost window works with this folder already: %1</source>
        <translation>Ein anderes Fenster von Outpost arbeitet schon mit diesem Ordner: %1</translation>
    </message>
    <message>
        <source>Start again whenever you like.</source>
        <translation>Beginnen Sie von vorn, wann immer Sie möchten.</translation>
    </message>
    <message>
        <source>The proxy %1 cannot be reached.</source>
        <translation>Der Proxy %1 ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Check it in Settings, or switch it off.</source>
        <translation>Prüfen Sie ihn in den Einstellungen oder schalten Sie ihn ab.</translation>
    </message>
    <message>
        <source>The proxy %1 wants a name and a password, or others.</source>
        <translation>Der Proxy %1 verlangt einen Namen und ein Passwort, oder andere.</translation>
    </message>
    <message>
        <source>Enter them in Settings; Outpost keeps them until it ends.</source>
        <translation>Geben Sie beides in den Einstellungen ein; Outpost behält es, bis es beendet wird.</translation>
    </message>
    <message>
        <source>The network knows no such account: %1</source>
        <translation>Das Netz kennt dieses Konto nicht: %1</translation>
    </message>
    <message>
        <source>Not signed: it would be dangerous. %1</source>
        <translation>Nicht unterschrieben: Es wäre gefährlich. %1</translation>
    </message>
    <message>
        <source>Look again when your devices have earned something.</source>
        <translation>Sehen Sie wieder nach, wenn Ihre Geräte etwas verdient haben.</translation>
    </message>
    <message>
        <source>Nothing can be collected now: %1</source>
        <translation>Jetzt lässt sich nichts einsammeln: %1</translation>
    </message>
    <message>
        <source>Each device&apos;s page says what can be done.</source>
        <translation>Auf der Seite jedes Geräts steht, was sich tun lässt.</translation>
    </message>
    <message>
        <source>The device&apos;s own page says what can be done with it.</source>
        <translation>Auf der Seite des Geräts steht, was sich mit ihm tun lässt.</translation>
    </message>
    <message>
        <source>This is not a whole data file of Outpost.</source>
        <translation>Das ist keine vollständige Datendatei von Outpost.</translation>
    </message>
    <message>
        <source>Copy it again, or export once more on the other computer.</source>
        <translation>Kopieren Sie sie noch einmal, oder exportieren Sie auf dem anderen Computer erneut.</translation>
    </message>
    <message>
        <source>The data file was written by a newer Outpost.</source>
        <translation>Die Datendatei stammt von einem neueren Outpost.</translation>
    </message>
    <message>
        <source>This data file comes from the demo and is not mixed with real records.</source>
        <translation>Diese Datendatei stammt aus der Demo und wird nicht mit echten Aufzeichnungen vermischt.</translation>
    </message>
    <message>
        <source>Start Outpost with --demo to import it.</source>
        <translation>Starten Sie Outpost mit --demo, um sie zu importieren.</translation>
    </message>
    <message>
        <source>This data file has real records and is not imported into the demo.</source>
        <translation>Diese Datendatei enthält echte Aufzeichnungen und wird nicht in die Demo importiert.</translation>
    </message>
    <message>
        <source>Start Outpost without --demo to import it.</source>
        <translation>Starten Sie Outpost ohne --demo, um sie zu importieren.</translation>
    </message>
    <message>
        <source>This is not the password of the data file.</source>
        <translation>Das ist nicht das Passwort der Datendatei.</translation>
    </message>
    <message>
        <source>Type the one that was chosen when it was exported.</source>
        <translation>Geben Sie das ein, das beim Export gewählt wurde.</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>Die beiden Passwörter stimmen nicht überein.</translation>
    </message>
    <message>
        <source>Type them again.</source>
        <translation>Geben Sie beide noch einmal ein.</translation>
    </message>
    <message>
        <source>You have not agreed yet to ask %1 for addresses.</source>
        <translation>Sie haben noch nicht zugestimmt, %1 nach Adressen zu fragen.</translation>
    </message>
    <message>
        <source>Look for an address in the window, or name the server with --search-host.</source>
        <translation>Suchen Sie eine Adresse im Fenster, oder nennen Sie den Server mit --search-host.</translation>
    </message>
    <message>
        <source>The search for addresses is switched off.</source>
        <translation>Die Suche nach Adressen ist abgeschaltet.</translation>
    </message>
    <message>
        <source>Name a server in Settings, or give latitude and longitude.</source>
        <translation>Nennen Sie in den Einstellungen einen Server, oder geben Sie Breite und Länge an.</translation>
    </message>
    <message>
        <source>This is not a server for addresses.</source>
        <translation>Das ist kein Server für Adressen.</translation>
    </message>
    <message>
        <source>Write it like https://photon.komoot.io/api/.</source>
        <translation>Schreiben Sie ihn wie https://photon.komoot.io/api/.</translation>
    </message>
    <message>
        <source>On the demo nothing leaves this computer: only a server on it can be asked.</source>
        <translation>In der Demo verlässt nichts diesen Computer: Nur ein Server auf ihm kann gefragt werden.</translation>
    </message>
    <message>
        <source>Take https://photon.komoot.io/api/, in whose place the demo answers.</source>
        <translation>Nehmen Sie https://photon.komoot.io/api/, an dessen Stelle die Demo antwortet.</translation>
    </message>
    <message>
        <source>This is not an address that can be looked for.</source>
        <translation>Das ist keine Adresse, nach der gesucht werden kann.</translation>
    </message>
    <message>
        <source>Write street, number and town, in at most 200 letters.</source>
        <translation>Schreiben Sie Straße, Hausnummer und Ort, mit höchstens 200 Zeichen.</translation>
    </message>
    <message>
        <source>%1 knows no such address.</source>
        <translation>%1 kennt keine solche Adresse.</translation>
    </message>
    <message>
        <source>Write less of it, such as street and town, or give latitude and longitude.</source>
        <translation>Schreiben Sie weniger davon, etwa Straße und Ort, oder geben Sie Breite und Länge an.</translation>
    </message>
    <message>
        <source>%1 knows %2 places that fit.</source>
        <translation>%1 kennt %2 passende Orte.</translation>
    </message>
    <message>
        <source>Write more of the address, or take one of them by its latitude and longitude.</source>
        <translation>Schreiben Sie mehr von der Adresse, oder nehmen Sie einen davon mit Breite und Länge.</translation>
    </message>
    <message>
        <source>This has to be typed, and there is no terminal to type it in.</source>
        <translation>Das muss getippt werden, und es gibt kein Terminal dafür.</translation>
    </message>
    <message>
        <source>Run it in a terminal, or do it in the window.</source>
        <translation>Führen Sie es in einem Terminal aus oder erledigen Sie es im Fenster.</translation>
    </message>
    <message>
        <source>A file does not prove that the recovery words are written on paper.</source>
        <translation>Eine Datei beweist nicht, dass die Wiederherstellungswörter auf Papier stehen.</translation>
    </message>
    <message>
        <source>Leave --words-file out; some of the words are then asked for in the terminal.</source>
        <translation>Lassen Sie --words-file weg; dann wird im Terminal nach einigen der Wörter gefragt.</translation>
    </message>
    <message>
        <source>This is not the id of a device: %1</source>
        <translation>Das ist keine Gerätekennung: %1</translation>
    </message>
    <message>
        <source>Copy it whole from device scan or fleet list.</source>
        <translation>Kopieren Sie sie ganz aus device scan oder fleet list.</translation>
    </message>
</context>
<context>
    <name>ErrorState</name>
    <message>
        <source>This cannot be shown</source>
        <extracomment>Default title where something could not be shown.</extracomment>
        <translation>Das lässt sich nicht zeigen</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>under %1</source>
        <extracomment>%1: the smallest amount of a currency</extracomment>
        <translation>unter %1</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>pattern of a date with its year, as QLocale::toString() takes it</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <extracomment>pattern of a date with its time, as QLocale::toString() takes it</extracomment>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 s ago</source>
        <extracomment>age of a figure, in seconds</extracomment>
        <translation>vor %1 s</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>d MMM</source>
        <extracomment>pattern of a date without its year, as QLocale::toString() takes it</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Ready to collect</source>
        <translation>Bereit zum Einsammeln</translation>
    </message>
    <message>
        <source>Collect…</source>
        <extracomment>Opens the review of what collecting brings and costs.</extracomment>
        <translation>Einsammeln …</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>All devices</source>
        <translation>Alle Geräte</translation>
    </message>
    <message>
        <source>All your devices work. Nothing needs you.</source>
        <translation>Alle Ihre Geräte sind in Betrieb. Nichts braucht Sie.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Nothing yet. What you collect and register is told here.</source>
        <translation>Noch nichts. Was Sie einsammeln und anmelden, steht hier.</translation>
    </message>
    <message>
        <source>Open map</source>
        <translation>Karte öffnen</translation>
    </message>
    <message>
        <source>working</source>
        <translation>in Betrieb</translation>
    </message>
    <message>
        <source>check</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>nicht eingerichtet</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Nothing needed you when it was last read.</source>
        <translation>Beim letzten Abruf brauchte Sie nichts.</translation>
    </message>
</context>
<context>
    <name>KeyValueRow</name>
    <message>
        <source>Copy: %1</source>
        <extracomment>%1 is the name of a value, for example &quot;Receiving address&quot;.</extracomment>
        <translation>Kopieren: %1</translation>
    </message>
</context>
<context>
    <name>LoadingState</name>
    <message>
        <source>Fetching</source>
        <extracomment>Default words while something is fetched.</extracomment>
        <translation>Wird geholt</translation>
    </message>
</context>
<context>
    <name>LockedState</name>
    <message>
        <source>Your wallet is locked</source>
        <extracomment>Title where a screen needs the unlocked wallet.</extracomment>
        <translation>Ihre Wallet ist gesperrt</translation>
    </message>
    <message>
        <source>Unlock</source>
        <extracomment>Button that leads to the password.</extracomment>
        <translation>Entsperren</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Outpost, demo</source>
        <translation>Outpost, Demo</translation>
    </message>
    <message>
        <source>What was under way when Outpost was closed</source>
        <translation>Was lief, als Outpost geschlossen wurde</translation>
    </message>
    <message>
        <source>Demo · not real money</source>
        <translation>Demo · kein echtes Geld</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Wird geöffnet</translation>
    </message>
    <message>
        <source>Something is still under way</source>
        <translation>Es läuft noch etwas</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Close anyway</source>
        <translation>Trotzdem schließen</translation>
    </message>
    <message>
        <source>Nothing gets lost and nothing happens twice: it is written down, and Outpost goes on with it at the next start.</source>
        <translation>Nichts geht verloren, und nichts geschieht zweimal: Es ist aufgeschrieben, und Outpost setzt es beim nächsten Start fort.</translation>
    </message>
    <message>
        <source>OK</source>
        <extracomment>Button: the person has read a message, which then goes for good.</extracomment>
        <translation>OK</translation>
    </message>
</context>
<context>
    <name>MapScreen</name>
    <message>
        <source>Map of your devices</source>
        <translation>Karte Ihrer Geräte</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Cells with a device</source>
        <translation>Zellen mit einem Gerät</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Devices per cell</source>
        <translation>Geräte je Zelle</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>It does not earn yet</source>
        <translation>Es verdient noch nicht</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <extracomment>%1 the name of a device.</extracomment>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Offline map · world outline</source>
        <translation>Offline-Karte · Umrisse der Welt</translation>
    </message>
    <message>
        <source>Devices on the map</source>
        <translation>Geräte auf der Karte</translation>
    </message>
</context>
<context>
    <name>MoneyText</name>
    <message>
        <source>%1: %2</source>
        <extracomment>Said by a screen reader: the name of an amount, then the amount.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>NavigationBar</name>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Earnings</source>
        <translation>Verdienst</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>The hotspot could not join: the Wi-Fi password is wrong.</source>
        <translation>Der Hotspot kam nicht ins Netz: Das WLAN-Passwort ist falsch.</translation>
    </message>
    <message>
        <source>Type the password again, and mind capital letters.</source>
        <translation>Geben Sie das Passwort noch einmal ein, und achten Sie auf Großbuchstaben.</translation>
    </message>
    <message>
        <source>The hotspot no longer sees this Wi-Fi network.</source>
        <translation>Der Hotspot sieht dieses WLAN nicht mehr.</translation>
    </message>
    <message>
        <source>Move it closer to the router, or choose another network.</source>
        <translation>Stellen Sie ihn näher an den Router, oder wählen Sie ein anderes Netz.</translation>
    </message>
    <message>
        <source>The hotspot could not join the Wi-Fi network.</source>
        <translation>Der Hotspot konnte dem WLAN nicht beitreten.</translation>
    </message>
    <message>
        <source>Try once more; if it fails again, restart the hotspot.</source>
        <translation>Versuchen Sie es noch einmal; scheitert es wieder, starten Sie den Hotspot neu.</translation>
    </message>
    <message>
        <source>The hotspot did not get online within a minute.</source>
        <translation>Der Hotspot war nach einer Minute nicht online.</translation>
    </message>
    <message>
        <source>Check that the router gives addresses, then try once more.</source>
        <translation>Prüfen Sie, ob der Router Adressen vergibt, und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Hotspots cannot join a Wi-Fi network without a password.</source>
        <translation>Hotspots können keinem WLAN ohne Passwort beitreten.</translation>
    </message>
    <message>
        <source>Choose a network with a password, or use a cable.</source>
        <translation>Wählen Sie ein Netz mit Passwort, oder nehmen Sie ein Kabel.</translation>
    </message>
    <message>
        <source>The device answers something that a hotspot never says.</source>
        <translation>Das Gerät antwortet etwas, das ein Hotspot nie sagt.</translation>
    </message>
    <message>
        <source>Restart it. If this stays, its firmware is not supported.</source>
        <translation>Starten Sie es neu. Bleibt es so, wird seine Firmware nicht unterstützt.</translation>
    </message>
    <message>
        <source>The firmware of this hotspot is too old to register it.</source>
        <translation>Die Firmware dieses Hotspots ist zu alt, um ihn anzumelden.</translation>
    </message>
    <message>
        <source>Ask its maker for a recovery image, then come back.</source>
        <translation>Bitten Sie den Hersteller um ein Wiederherstellungsabbild, und kommen Sie dann zurück.</translation>
    </message>
    <message>
        <source>The hotspot did not sign its registration in time.</source>
        <translation>Der Hotspot hat seine Anmeldung nicht rechtzeitig unterschrieben.</translation>
    </message>
    <message>
        <source>Try again; nothing has been paid.</source>
        <translation>Versuchen Sie es erneut; nichts wurde bezahlt.</translation>
    </message>
    <message>
        <source>The hotspot is still starting.</source>
        <translation>Der Hotspot startet noch.</translation>
    </message>
    <message>
        <source>Wait a minute, then try again.</source>
        <translation>Warten Sie eine Minute, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>This is not an address of this network.</source>
        <translation>Das ist keine Adresse dieses Netzes.</translation>
    </message>
    <message>
        <source>Copy it again from where it came from.</source>
        <translation>Kopieren Sie sie noch einmal von dort, woher sie kam.</translation>
    </message>
    <message>
        <source>The registration that the hotspot signed cannot be read.</source>
        <translation>Die vom Hotspot unterschriebene Anmeldung ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Restart the hotspot and try again.</source>
        <translation>Starten Sie den Hotspot neu, und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The registration is not signed by this hotspot, or names another owner.</source>
        <translation>Die Anmeldung ist nicht von diesem Hotspot unterschrieben oder nennt einen anderen Eigentümer.</translation>
    </message>
    <message>
        <source>Do not continue; ask the seller where the device comes from.</source>
        <translation>Machen Sie nicht weiter; fragen Sie den Verkäufer, woher das Gerät kommt.</translation>
    </message>
    <message>
        <source>The network&apos;s records have a form that this version does not know.</source>
        <translation>Die Einträge des Netzes haben eine Form, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>Look for an update of Outpost.</source>
        <translation>Suchen Sie nach einer neuen Version von Outpost.</translation>
    </message>
    <message>
        <source>The network&apos;s index is behind its ledger.</source>
        <translation>Das Verzeichnis des Netzes hinkt hinterher.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuchen Sie es in einer Minute erneut.</translation>
    </message>
    <message>
        <source>A rewards service gave a statement that it did not sign.</source>
        <translation>Ein Vergütungsdienst gab eine Aussage, die er nicht unterschrieben hat.</translation>
    </message>
    <message>
        <source>Nothing was collected. Try again later.</source>
        <translation>Nichts wurde eingesammelt. Versuchen Sie es später erneut.</translation>
    </message>
    <message>
        <source>%1 answered something that Outpost does not understand.</source>
        <translation>%1 hat etwas geantwortet, das Outpost nicht versteht.</translation>
    </message>
    <message>
        <source>Try again later; if it stays, look for an update.</source>
        <translation>Versuchen Sie es später erneut; bleibt es so, suchen Sie nach einer neuen Version.</translation>
    </message>
    <message>
        <source>The network&apos;s service refused: %1</source>
        <translation>Der Dienst des Netzes hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>Nothing was paid. Try again, or ask the maker of the device.</source>
        <translation>Nichts wurde bezahlt. Versuchen Sie es erneut, oder fragen Sie den Hersteller des Geräts.</translation>
    </message>
    <message>
        <source>The network names a rewards service at %1 that Outpost does not know.</source>
        <translation>Das Netz nennt unter %1 einen Vergütungsdienst, den Outpost nicht kennt.</translation>
    </message>
    <message>
        <source>Look for an update; nothing is collected until then.</source>
        <translation>Suchen Sie nach einer neuen Version; bis dahin wird nichts eingesammelt.</translation>
    </message>
    <message>
        <source>This hotspot already belongs to another wallet (%1).</source>
        <translation>Dieser Hotspot gehört schon einer anderen Wallet (%1).</translation>
    </message>
    <message>
        <source>Ask its owner to transfer it to you.</source>
        <translation>Bitten Sie den Eigentümer, ihn Ihnen zu übertragen.</translation>
    </message>
    <message>
        <source>The network shows another place than the one you chose.</source>
        <translation>Das Netz zeigt einen anderen Standort als den gewählten.</translation>
    </message>
    <message>
        <source>Set the place again from the device&apos;s page.</source>
        <translation>Legen Sie den Standort auf der Seite des Geräts noch einmal fest.</translation>
    </message>
    <message>
        <source>Registering costs %1 HNT and the wallet holds %2.</source>
        <translation>Das Anmelden kostet %1 HNT, und die Wallet hält %2.</translation>
    </message>
    <message>
        <source>Send the missing amount to your receiving address; the registration then continues.</source>
        <translation>Senden Sie den fehlenden Betrag an Ihre Empfangsadresse; das Anmelden geht dann weiter.</translation>
    </message>
    <message>
        <source>LoRaWAN hotspot</source>
        <translation>LoRaWAN-Hotspot</translation>
    </message>
    <message>
        <source>LoRaWAN hotspot, data only</source>
        <translation>LoRaWAN-Hotspot, nur Daten</translation>
    </message>
    <message>
        <source>rewards service</source>
        <translation>Vergütungsdienst</translation>
    </message>
    <message>
        <source>network directory</source>
        <translation>Verzeichnis des Netzes</translation>
    </message>
    <message>
        <source>It already belongs to another wallet.</source>
        <translation>Es gehört schon einer anderen Wallet.</translation>
    </message>
    <message>
        <source>The weather stations&apos; cloud refuses this sign-in.</source>
        <translation>Die Cloud der Wetterstationen lehnt diese Anmeldung ab.</translation>
    </message>
    <message>
        <source>Check the e-mail address and the password, then try again.</source>
        <translation>Prüfen Sie E-Mail-Adresse und Passwort, und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>The session with the weather stations&apos; cloud has ended.</source>
        <translation>Die Sitzung bei der Cloud der Wetterstationen ist abgelaufen.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>The weather stations&apos; cloud refused: %1</source>
        <translation>Die Cloud der Wetterstationen hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>Try again later, or look into the network&apos;s own app.</source>
        <translation>Versuchen Sie es später erneut, oder sehen Sie in der App des Netzes nach.</translation>
    </message>
    <message>
        <source>Weather station</source>
        <translation>Wetterstation</translation>
    </message>
    <message>
        <source>weather stations&apos; cloud</source>
        <translation>Cloud der Wetterstationen</translation>
    </message>
    <message>
        <source>Collected in the network&apos;s app</source>
        <translation>Wird in der App des Netzes eingesammelt</translation>
    </message>
    <message>
        <source>Sends no readings.</source>
        <translation>Sendet keine Messwerte.</translation>
    </message>
    <message>
        <source>Check the power of its gateway, its internet and its batteries.</source>
        <translation>Prüfen Sie den Strom seines Gateways, dessen Internet und die Batterien.</translation>
    </message>
    <message>
        <source>The network does not believe where it stands.</source>
        <translation>Das Netz glaubt nicht, wo es steht.</translation>
    </message>
    <message>
        <source>Confirm its place in the network&apos;s app: until then it is paid less.</source>
        <translation>Bestätigen Sie den Standort in der App des Netzes: Bis dahin wird weniger gezahlt.</translation>
    </message>
    <message>
        <source>The account has no wallet: what it earns is not kept for you.</source>
        <translation>Das Konto hat keine Wallet: Was es verdient, wird nicht für Sie verwahrt.</translation>
    </message>
    <message>
        <source>Add a wallet to the account in the network&apos;s app.</source>
        <translation>Fügen Sie dem Konto in der App des Netzes eine Wallet hinzu.</translation>
    </message>
    <message>
        <source>Its battery is low.</source>
        <translation>Die Batterie ist schwach.</translation>
    </message>
    <message>
        <source>Change the batteries before it falls silent.</source>
        <translation>Wechseln Sie die Batterien, bevor es verstummt.</translation>
    </message>
    <message>
        <source>The network does not say whether it works.</source>
        <translation>Das Netz sagt nicht, ob es funktioniert.</translation>
    </message>
    <message>
        <source>Look for it in the network&apos;s app.</source>
        <translation>Sehen Sie in der App des Netzes nach.</translation>
    </message>
    <message>
        <source>Firmware %1</source>
        <translation>Firmware %1</translation>
    </message>
    <message>
        <source>Firmware %1; %2 waits to be installed</source>
        <translation>Firmware %1; %2 wartet auf die Installation</translation>
    </message>
    <message>
        <source>A battery is low</source>
        <translation>Eine Batterie ist schwach</translation>
    </message>
    <message>
        <source>Battery ok</source>
        <translation>Batterie in Ordnung</translation>
    </message>
    <message>
        <source>Battery ok, its sensors are heard with %1 dBm</source>
        <translation>Batterie in Ordnung, die Sensoren sind mit %1 dBm zu hören</translation>
    </message>
    <message>
        <source>Its sensors are heard with %1 dBm</source>
        <translation>Die Sensoren sind mit %1 dBm zu hören</translation>
    </message>
    <message>
        <source>Sends its readings</source>
        <translation>Sendet Messwerte</translation>
    </message>
    <message>
        <source>Sends its readings; its place is not believed</source>
        <translation>Sendet Messwerte; der Standort wird nicht geglaubt</translation>
    </message>
    <message>
        <source>Sends nothing</source>
        <translation>Sendet nichts</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Humidity</source>
        <translation>Luftfeuchte</translation>
    </message>
    <message>
        <source>Wind</source>
        <translation>Wind</translation>
    </message>
    <message>
        <source>Gusts</source>
        <translation>Böen</translation>
    </message>
    <message>
        <source>Air pressure</source>
        <translation>Luftdruck</translation>
    </message>
    <message>
        <source>Rain</source>
        <translation>Regen</translation>
    </message>
    <message>
        <source>Sunlight</source>
        <translation>Sonnenlicht</translation>
    </message>
    <message>
        <source>The antenna&apos;s gain must be from %1 to %2 dBi.</source>
        <translation>Der Antennengewinn muss zwischen %1 und %2 dBi liegen.</translation>
    </message>
    <message>
        <source>Give the gain that is printed on the antenna, or leave it out.</source>
        <translation>Geben Sie den Gewinn an, der auf der Antenne steht, oder lassen Sie ihn weg.</translation>
    </message>
</context>
<context>
    <name>NewWalletStep</name>
    <message>
        <source>Choose a password</source>
        <translation>Passwort wählen</translation>
    </message>
    <message>
        <source>It opens the wallet on this computer. On the next page you write the recovery words down; they open it everywhere.</source>
        <translation>Es öffnet die Wallet auf diesem Rechner. Auf der nächsten Seite notieren Sie die Wiederherstellungswörter; sie öffnen sie überall.</translation>
    </message>
    <message>
        <source>Make the wallet</source>
        <translation>Wallet erstellen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>How many recovery words</source>
        <translation>Wie viele Wiederherstellungswörter</translation>
    </message>
    <message>
        <source>24 words</source>
        <translation>24 Wörter</translation>
    </message>
    <message>
        <source>As most devices that keep keys use them.</source>
        <translation>Wie bei den meisten Geräten, die Schlüssel aufbewahren.</translation>
    </message>
    <message>
        <source>12 words</source>
        <translation>12 Wörter</translation>
    </message>
    <message>
        <source>Less to write, and still impossible to guess.</source>
        <translation>Weniger zu schreiben und trotzdem nicht zu erraten.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>The records on this computer were damaged, and there was no good copy of them: they start anew.</source>
        <translation>Die Aufzeichnungen auf diesem Rechner waren beschädigt, und es gab keine brauchbare Kopie: Sie beginnen neu.</translation>
    </message>
    <message>
        <source>What your devices earned before was sampled here and is lost, as is the activity; your devices and balances are read from the network again. The damaged file is kept: %1</source>
        <extracomment>%1: path of a file</extracomment>
        <translation>Was Ihre Geräte vorher verdient haben, war nur hier aufgezeichnet und ist verloren, ebenso der Verlauf; Ihre Geräte und Guthaben werden neu aus dem Netz gelesen. Die beschädigte Datei wird aufgehoben: %1</translation>
    </message>
    <message>
        <source>The records on this computer were damaged. A copy of %1 took their place.</source>
        <extracomment>%1: date and time</extracomment>
        <translation>Die Aufzeichnungen auf diesem Rechner waren beschädigt. Eine Kopie vom %1 ist an ihre Stelle getreten.</translation>
    </message>
    <message>
        <source>What your devices earned after that, and activity, may be missing; your devices and balances are read from the network again. The damaged file is kept: %1</source>
        <extracomment>%1: path of a file</extracomment>
        <translation>Was Ihre Geräte danach verdient haben, und der Verlauf seitdem können fehlen; Ihre Geräte und Guthaben werden neu aus dem Netz gelesen. Die beschädigte Datei wird aufgehoben: %1</translation>
    </message>
    <message>
        <source>The recovery words of a wallet lie in a file on this computer: %1</source>
        <extracomment>%1: path of a file</extracomment>
        <translation>Die Wiederherstellungswörter einer Wallet liegen in einer Datei auf diesem Rechner: %1</translation>
    </message>
    <message>
        <source>Delete it when you have written the words down. Whoever reads it has the money.</source>
        <translation>Löschen Sie sie, sobald Sie die Wörter aufgeschrieben haben. Wer sie liest, hat das Geld.</translation>
    </message>
    <message>
        <source>The daily copy of the records could not be made.</source>
        <translation>Die tägliche Kopie der Aufzeichnungen konnte nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>OfflineState</name>
    <message>
        <source>No internet</source>
        <extracomment>Title where a screen needs the internet and there is none.</extracomment>
        <translation>Kein Internet</translation>
    </message>
    <message>
        <source>Nothing was stored for this screen yet. Devices beside you can still be found and set up.</source>
        <extracomment>Explains the state &quot;No internet&quot;.</extracomment>
        <translation>Für diese Seite ist noch nichts gespeichert. Geräte neben Ihnen lassen sich trotzdem finden und einrichten.</translation>
    </message>
</context>
<context>
    <name>PasswordFields</name>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>How strong the password is</source>
        <translation>Wie stark das Passwort ist</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>Dasselbe Passwort noch einmal</translation>
    </message>
    <message>
        <source>Nobody can reset this password.</source>
        <translation>Niemand kann dieses Passwort zurücksetzen.</translation>
    </message>
    <message>
        <source>If you forget it, you restore the wallet from its recovery words. Without password and words it is lost.</source>
        <translation>Wenn Sie es vergessen, stellen Sie die Wallet aus ihren Wiederherstellungswörtern wieder her. Ohne Passwort und Wörter ist sie verloren.</translation>
    </message>
</context>
<context>
    <name>Phrase</name>
    <message>
        <source>Preparing</source>
        <translation>Wird vorbereitet</translation>
    </message>
    <message>
        <source>Connecting to the device</source>
        <translation>Verbindung zum Gerät wird hergestellt</translation>
    </message>
    <message>
        <source>Checking what will be signed</source>
        <translation>Was unterschrieben wird, wird geprüft</translation>
    </message>
    <message>
        <source>Signing</source>
        <translation>Wird unterschrieben</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Asking the network</source>
        <translation>Das Netz wird gefragt</translation>
    </message>
    <message>
        <source>Waiting for the network; this usually takes half a minute</source>
        <translation>Wartet auf das Netz; das dauert meist eine halbe Minute</translation>
    </message>
    <message>
        <source>Waiting for the network&apos;s directory; this usually takes a minute</source>
        <translation>Wartet auf das Verzeichnis des Netzes; das dauert meist eine Minute</translation>
    </message>
    <message numerus="yes">
        <source>Collect from %n device(s)</source>
        <translation>
            <numerusform>Von %n Gerät einsammeln</numerusform>
            <numerusform>Von %n Geräten einsammeln</numerusform>
        </translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>%1 anmelden</translation>
    </message>
    <message>
        <source>Set the place of %1</source>
        <translation>Standort von %1 festlegen</translation>
    </message>
    <message numerus="yes">
        <source>Collected from %n device(s)</source>
        <translation>
            <numerusform>Von %n Gerät eingesammelt</numerusform>
            <numerusform>Von %n Geräten eingesammelt</numerusform>
        </translation>
    </message>
    <message>
        <source>Registered %1</source>
        <translation>%1 angemeldet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The device signs its registration</source>
        <translation>Das Gerät unterschreibt seine Anmeldung</translation>
    </message>
    <message>
        <source>Register the device</source>
        <translation>Gerät anmelden</translation>
    </message>
    <message>
        <source>The network&apos;s directory lists it</source>
        <translation>Das Verzeichnis des Netzes führt es</translation>
    </message>
    <message>
        <source>Buy the credits that it costs</source>
        <translation>Guthaben für die Kosten kaufen</translation>
    </message>
    <message>
        <source>Set its place</source>
        <translation>Seinen Standort festlegen</translation>
    </message>
    <message>
        <source>Read it back from the network</source>
        <translation>Vom Netz zurücklesen</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Einsammeln</translation>
    </message>
    <message>
        <source>device diagnostics</source>
        <translation>Gerätediagnose</translation>
    </message>
    <message>
        <source>Firmware %1, the disk cannot be written</source>
        <translation>Firmware %1, Speicher nicht beschreibbar</translation>
    </message>
    <message>
        <source>Firmware %1, disk ok</source>
        <translation>Firmware %1, Speicher in Ordnung</translation>
    </message>
    <message>
        <source>Firmware %1</source>
        <translation>Firmware %1</translation>
    </message>
    <message>
        <source>Connected, address %1</source>
        <translation>Verbunden, Adresse %1</translation>
    </message>
    <message>
        <source>Not connected; no internet address</source>
        <translation>Nicht verbunden; keine Internetadresse</translation>
    </message>
    <message>
        <source>Not connected, although it has the address %1</source>
        <translation>Nicht verbunden, obwohl es die Adresse %1 hat</translation>
    </message>
    <message>
        <source>Registered, but its place was never set.</source>
        <translation>Angemeldet, aber der Standort wurde nie festgelegt.</translation>
    </message>
    <message>
        <source>Earns nothing, although it usually does.</source>
        <translation>Verdient nichts, obwohl es das sonst tut.</translation>
    </message>
    <message>
        <source>Earns far less than usual.</source>
        <translation>Verdient weit weniger als üblich.</translation>
    </message>
    <message>
        <source>%1 stopped earning</source>
        <translation>%1 verdient nichts mehr</translation>
    </message>
    <message>
        <source>Two sources disagree about what it earned</source>
        <translation>Zwei Quellen sind sich über den Verdienst nicht einig</translation>
    </message>
    <message>
        <source>What it earns goes to another account</source>
        <translation>Was es verdient, geht an ein anderes Konto</translation>
    </message>
    <message>
        <source>Less than the network fee</source>
        <translation>Weniger als die Netzgebühr</translation>
    </message>
    <message>
        <source>The network&apos;s pool pays no more today; the rest waits</source>
        <translation>Der Topf des Netzes zahlt heute nicht mehr; der Rest wartet</translation>
    </message>
    <message>
        <source>earnings</source>
        <translation>Verdienst</translation>
    </message>
    <message>
        <source>what is ready to collect</source>
        <translation>was zum Einsammeln bereit ist</translation>
    </message>
    <message>
        <source>list of devices</source>
        <translation>Liste der Geräte</translation>
    </message>
    <message>
        <source>Balances, sending and checking transactions</source>
        <translation>Guthaben, Senden und Prüfen von Transaktionen</translation>
    </message>
    <message>
        <source>A second opinion before each signature</source>
        <translation>Eine zweite Meinung vor jeder Unterschrift</translation>
    </message>
    <message>
        <source>List of your devices</source>
        <translation>Liste Ihrer Geräte</translation>
    </message>
    <message>
        <source>Registering devices</source>
        <translation>Anmelden von Geräten</translation>
    </message>
    <message>
        <source>Checking a device&apos;s signature when it is registered</source>
        <translation>Prüfen der Unterschrift eines Geräts beim Anmelden</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>What devices earned</source>
        <translation>Was Geräte verdient haben</translation>
    </message>
    <message>
        <source>The demo network on this computer</source>
        <translation>Das Demo-Netz auf diesem Rechner</translation>
    </message>
    <message>
        <source>fixed by the network</source>
        <translation>vom Netz festgelegt</translation>
    </message>
    <message>
        <source>Network fee</source>
        <translation>Netzgebühr</translation>
    </message>
    <message>
        <source>Network fee for a fast place in the queue</source>
        <translation>Netzgebühr für einen schnellen Platz</translation>
    </message>
    <message>
        <source>One-time deposit</source>
        <translation>Einmaliges Pfand</translation>
    </message>
    <message>
        <source>Refundable deposit</source>
        <translation>Rückzahlbares Pfand</translation>
    </message>
    <message>
        <source>Registering</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Setting the place</source>
        <translation>Standort festlegen</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Betrieb</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Nicht eingerichtet</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Rechner</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Radio and key</source>
        <translation>Funk und Schlüssel</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Earning</source>
        <translation>Verdienst</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Zugestimmt</translation>
    </message>
    <message>
        <source>Waits for its signature</source>
        <translation>Wartet auf die Unterschrift</translation>
    </message>
    <message>
        <source>Signed, not sent yet</source>
        <translation>Unterschrieben, noch nicht gesendet</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Sent; not known yet whether it happened</source>
        <translation>Gesendet; noch nicht bekannt, ob es geschehen ist</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Final</source>
        <translation>Endgültig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Not sent in time</source>
        <translation>Nicht rechtzeitig gesendet</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Partly done</source>
        <translation>Teilweise erledigt</translation>
    </message>
    <message>
        <source>Locked because nobody used it for a while.</source>
        <translation>Gesperrt, weil eine Weile niemand da war.</translation>
    </message>
    <message>
        <source>Locked.</source>
        <translation>Gesperrt.</translation>
    </message>
    <message>
        <source>Locked because the computer was asleep.</source>
        <translation>Gesperrt, weil der Rechner geschlafen hat.</translation>
    </message>
    <message>
        <source>Locked together with the screen.</source>
        <translation>Zusammen mit dem Bildschirm gesperrt.</translation>
    </message>
    <message>
        <source>It hands your account to a program.</source>
        <translation>Es übergibt Ihr Konto an ein Programm.</translation>
    </message>
    <message>
        <source>It gives control of an account to somebody else.</source>
        <translation>Es gibt jemand anderem die Gewalt über ein Konto.</translation>
    </message>
    <message>
        <source>It lets somebody else spend your tokens.</source>
        <translation>Es lässt jemand anderen Ihre Token ausgeben.</translation>
    </message>
    <message>
        <source>It lets somebody else transfer a device of yours.</source>
        <translation>Es lässt jemand anderen eines Ihrer Geräte übertragen.</translation>
    </message>
    <message>
        <source>It could be sent at any later time.</source>
        <translation>Es könnte jederzeit später gesendet werden.</translation>
    </message>
    <message>
        <source>It closes an account.</source>
        <translation>Es schließt ein Konto.</translation>
    </message>
    <message>
        <source>It destroys tokens.</source>
        <translation>Es vernichtet Token.</translation>
    </message>
    <message>
        <source>It sends what a device earns to somebody else.</source>
        <translation>Es schickt den Verdienst eines Geräts an jemand anderen.</translation>
    </message>
    <message>
        <source>It names no limit for the amount.</source>
        <translation>Es nennt keine Grenze für den Betrag.</translation>
    </message>
    <message>
        <source>It calls a program that Outpost does not know.</source>
        <translation>Es ruft ein Programm auf, das Outpost nicht kennt.</translation>
    </message>
    <message>
        <source>It has an instruction that Outpost does not understand.</source>
        <translation>Es enthält eine Anweisung, die Outpost nicht versteht.</translation>
    </message>
    <message>
        <source>Somebody else pays the network fee.</source>
        <translation>Jemand anderes zahlt die Netzgebühr.</translation>
    </message>
    <message>
        <source>Send {amount} from {from} to {to}</source>
        <translation>{amount} von {from} an {to} senden</translation>
    </message>
    <message>
        <source>Hand the account {account} to the program {program}</source>
        <translation>Das Konto {account} an das Programm {program} übergeben</translation>
    </message>
    <message>
        <source>Open the account {account} with {amount} in it</source>
        <translation>Das Konto {account} mit {amount} eröffnen</translation>
    </message>
    <message>
        <source>Use the stored number of {account}, so that it can be sent later</source>
        <translation>Die gespeicherte Nummer von {account} benutzen, sodass es später gesendet werden kann</translation>
    </message>
    <message>
        <source>Let {delegate} spend up to {amount} of {account}</source>
        <translation>{delegate} bis zu {amount} von {account} ausgeben lassen</translation>
    </message>
    <message>
        <source>Let nobody else spend from {account} any more</source>
        <translation>Niemand anderen mehr von {account} ausgeben lassen</translation>
    </message>
    <message>
        <source>Give control of {account} to {authority}</source>
        <translation>{authority} die Gewalt über {account} geben</translation>
    </message>
    <message>
        <source>Destroy {amount} of {account}</source>
        <translation>{amount} von {account} vernichten</translation>
    </message>
    <message>
        <source>Close the account {account}; its deposit goes to {to}</source>
        <translation>Das Konto {account} schließen; sein Pfand geht an {to}</translation>
    </message>
    <message>
        <source>Bring the figure of {account} up to date</source>
        <translation>Den Stand von {account} auffrischen</translation>
    </message>
    <message>
        <source>Open an account of {owner} for {mint}, unless it is there</source>
        <translation>Ein Konto von {owner} für {mint} eröffnen, falls es fehlt</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>Notiz: {text}</translation>
    </message>
    <message>
        <source>Reckon at most {value} units</source>
        <translation>Höchstens {value} Einheiten rechnen</translation>
    </message>
    <message>
        <source>Offer {value} millionths of a lamport per unit</source>
        <translation>{value} Millionstel Lamport je Einheit bieten</translation>
    </message>
    <message>
        <source>Load at most {value} bytes</source>
        <translation>Höchstens {value} Bytes laden</translation>
    </message>
    <message>
        <source>Open the address list {table}</source>
        <translation>Die Adressliste {table} anlegen</translation>
    </message>
    <message>
        <source>Add {count} addresses to the list {table}</source>
        <translation>{count} Adressen zur Liste {table} hinzufügen</translation>
    </message>
    <message>
        <source>Retire the address list {table}</source>
        <translation>Die Adressliste {table} stilllegen</translation>
    </message>
    <message>
        <source>Close the address list {table}; its deposit goes to {to}</source>
        <translation>Die Adressliste {table} schließen; ihr Pfand geht an {to}</translation>
    </message>
    <message>
        <source>Check a signed statement of {signer}</source>
        <translation>Eine unterschriebene Aussage von {signer} prüfen</translation>
    </message>
    <message>
        <source>Call the program {program}, which Outpost does not know</source>
        <translation>Das Programm {program} aufrufen, das Outpost nicht kennt</translation>
    </message>
    <message>
        <source>Do something with the program {program} that Outpost does not understand</source>
        <translation>Mit dem Programm {program} etwas tun, das Outpost nicht versteht</translation>
    </message>
    <message>
        <source>Register {device} for {owner}</source>
        <translation>{device} für {owner} anmelden</translation>
    </message>
    <message>
        <source>Record the place of the device that belongs to {owner}</source>
        <translation>Den Standort des Geräts von {owner} eintragen</translation>
    </message>
    <message>
        <source>Set the place of the device that belongs to {owner}</source>
        <translation>Den Standort des Geräts von {owner} festlegen</translation>
    </message>
    <message>
        <source>Open the earnings record {recipient}</source>
        <translation>Das Verdienstkonto {recipient} eröffnen</translation>
    </message>
    <message>
        <source>Pay what the device earned, in {mint}, to {to}</source>
        <translation>Den Verdienst des Geräts in {mint} an {to} auszahlen</translation>
    </message>
    <message>
        <source>Send what {recipient} earns to {to} from now on</source>
        <translation>Den Verdienst von {recipient} ab jetzt an {to} senden</translation>
    </message>
    <message>
        <source>Record that the device has earned {total} in all</source>
        <translation>Eintragen, dass das Gerät insgesamt {total} verdient hat</translation>
    </message>
    <message>
        <source>Turn {paid} into {credits} for {to}</source>
        <translation>{paid} in {credits} für {to} umwandeln</translation>
    </message>
    <message>
        <source>Transfer the device {asset} from {from} to {to}</source>
        <translation>Das Gerät {asset} von {from} an {to} übertragen</translation>
    </message>
    <message>
        <source>Pictures for the map; sees which places you look at</source>
        <translation>Bilder für die Karte; sieht, welche Orte Sie ansehen</translation>
    </message>
    <message>
        <source>Given up, with what had been paid for %1</source>
        <translation>Aufgegeben, samt dem, was für %1 bezahlt worden war</translation>
    </message>
    <message>
        <source>It does not belong to your wallet any more.</source>
        <translation>Es gehört nicht mehr zu Ihrer Wallet.</translation>
    </message>
    <message>
        <source>prices</source>
        <translation>Preise</translation>
    </message>
    <message>
        <source>Search for addresses; sees what you look for</source>
        <translation>Suche nach Adressen; sieht, wonach Sie suchen</translation>
    </message>
    <message>
        <source>It belongs to another address of this wallet; receive there to collect it</source>
        <translation>Es gehört zu einer anderen Adresse dieser Wallet; empfangen Sie dort, um es einzusammeln</translation>
    </message>
    <message>
        <source>It belongs to another wallet; open that one to collect it</source>
        <translation>Es gehört zu einer anderen Wallet; öffnen Sie diese, um es einzusammeln</translation>
    </message>
    <message>
        <source>what addresses hold</source>
        <translation>was an Adressen liegt</translation>
    </message>
</context>
<context>
    <name>PlaceDialog</name>
    <message>
        <source>Where does it stand?</source>
        <translation>Wo steht es?</translation>
    </message>
    <message>
        <source>Now at %1. Click the new place, or drag the pin.</source>
        <translation>Jetzt bei %1. Klicken Sie auf den neuen Ort, oder ziehen Sie die Nadel.</translation>
    </message>
    <message>
        <source>Click the place on the map.</source>
        <translation>Klicken Sie auf der Karte auf den Ort.</translation>
    </message>
    <message>
        <source>See what it costs</source>
        <translation>Kosten ansehen</translation>
    </message>
    <message>
        <source>Map to choose a place on</source>
        <translation>Karte zum Wählen eines Orts</translation>
    </message>
    <message>
        <source>The network records a cell, not the exact point.</source>
        <translation>Das Netz verzeichnet eine Zelle, nicht den genauen Punkt.</translation>
    </message>
</context>
<context>
    <name>PlaceField</name>
    <message>
        <source>52.37512, 4.88398 or a link of a map</source>
        <extracomment>An example of coordinates in a field; leave the digits.</extracomment>
        <translation>52.37512, 4.88398 oder ein Link einer Karte</translation>
    </message>
    <message>
        <source>Address, or 52.37512, 4.88398</source>
        <translation>Adresse, oder 52.37512, 4.88398</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Standort</translation>
    </message>
    <message>
        <source>Look for this place</source>
        <translation>Diesen Ort suchen</translation>
    </message>
    <message>
        <source>Paste a place</source>
        <translation>Standort einfügen</translation>
    </message>
</context>
<context>
    <name>ReceiveDialog</name>
    <message>
        <source>Receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>The receiving address as a QR code</source>
        <translation>Die Empfangsadresse als QR-Code</translation>
    </message>
    <message>
        <source>Compare the first and the last four signs after copying. The clipboard is cleared after 30 seconds.</source>
        <translation>Vergleichen Sie nach dem Kopieren die ersten und die letzten vier Zeichen. Die Zwischenablage wird nach 30 Sekunden geleert.</translation>
    </message>
</context>
<context>
    <name>RecordsCard</name>
    <message>
        <source>Records</source>
        <translation>Aufzeichnungen</translation>
    </message>
    <message>
        <source>To another computer</source>
        <translation>Auf einen anderen Computer</translation>
    </message>
    <message>
        <source>Names, notes, sampled earnings and what happened, in one encrypted file. Keys are not in it.</source>
        <translation>Namen, Notizen, erfasster Verdienst und was geschehen ist, in einer verschlüsselten Datei. Schlüssel sind nicht darin.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export the records…</source>
        <translation>Aufzeichnungen exportieren …</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren …</translation>
    </message>
    <message>
        <source>Import records…</source>
        <translation>Aufzeichnungen importieren …</translation>
    </message>
    <message numerus="yes">
        <source>Saved the records of %n device(s).</source>
        <translation>
            <numerusform>Aufzeichnungen von %n Gerät gespeichert.</numerusform>
            <numerusform>Aufzeichnungen von %n Geräten gespeichert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added the records of %n device(s).</source>
        <translation>
            <numerusform>Aufzeichnungen von %n Gerät hinzugefügt.</numerusform>
            <numerusform>Aufzeichnungen von %n Geräten hinzugefügt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the records</source>
        <translation>Aufzeichnungen exportieren</translation>
    </message>
    <message>
        <source>Choose a password for the file. The other computer asks for it.</source>
        <translation>Wählen Sie ein Passwort für die Datei. Der andere Computer fragt danach.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Password of the file</source>
        <translation>Passwort der Datei</translation>
    </message>
    <message>
        <source>The same password again</source>
        <translation>Dasselbe Passwort noch einmal</translation>
    </message>
    <message>
        <source>Import records</source>
        <translation>Aufzeichnungen importieren</translation>
    </message>
    <message>
        <source>What is here stays; what the file knows more is added.</source>
        <translation>Was hier ist, bleibt; was die Datei mehr weiß, kommt hinzu.</translation>
    </message>
    <message>
        <source>Records of Outpost (*.outpost)</source>
        <translation>Aufzeichnungen von Outpost (*.outpost)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%n device month(s) of sampled earnings are in the file.</source>
        <translation>
            <numerusform>Erfasster Verdienst aus %n Gerätemonat ist in der Datei.</numerusform>
            <numerusform>Erfasster Verdienst aus %n Gerätemonaten ist in der Datei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished operation(s) are in the file.</source>
        <translation>
            <numerusform>%n abgeschlossener Vorgang ist in der Datei.</numerusform>
            <numerusform>%n abgeschlossene Vorgänge sind in der Datei.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished operation(s) stayed behind: only this computer may go on with them.</source>
        <translation>
            <numerusform>%n laufender Vorgang bleibt hier: Nur dieser Computer darf ihn fortsetzen.</numerusform>
            <numerusform>%n laufende Vorgänge bleiben hier: Nur dieser Computer darf sie fortsetzen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n device month(s) of sampled earnings.</source>
        <translation>
            <numerusform>Erfassten Verdienst aus %n Gerätemonat hinzugefügt.</numerusform>
            <numerusform>Erfassten Verdienst aus %n Gerätemonaten hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n finished operation(s).</source>
        <translation>
            <numerusform>%n abgeschlossenen Vorgang hinzugefügt.</numerusform>
            <numerusform>%n abgeschlossene Vorgänge hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device month(s) of sampled earnings differ: what was here stayed.</source>
        <translation>
            <numerusform>Der erfasste Verdienst aus %n Gerätemonat weicht ab: Was hier war, ist geblieben.</numerusform>
            <numerusform>Der erfasste Verdienst aus %n Gerätemonaten weicht ab: Was hier war, ist geblieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreStep</name>
    <message>
        <source>Restore a wallet</source>
        <translation>Wallet wiederherstellen</translation>
    </message>
    <message>
        <source>The demo takes no recovery words: type those of a real wallet nowhere but in the real Outpost. Make a new demo wallet instead.</source>
        <translation>Die Demo nimmt keine Wiederherstellungswörter an: Geben Sie die einer echten Wallet nur im echten Outpost ein. Erstellen Sie stattdessen eine neue Demo-Wallet.</translation>
    </message>
    <message>
        <source>Type its 12 to 24 recovery words with spaces between them.</source>
        <translation>Geben Sie ihre 12 bis 24 Wiederherstellungswörter mit Leerzeichen dazwischen ein.</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Recovery words</source>
        <translation>Wiederherstellungswörter</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) so far</source>
        <translation>
            <numerusform>Bisher %n Wort</numerusform>
            <numerusform>Bisher %n Wörter</numerusform>
        </translation>
    </message>
    <message>
        <source>Then choose a password for this computer.</source>
        <translation>Wählen Sie dann ein Passwort für diesen Rechner.</translation>
    </message>
    <message>
        <source>New wallet</source>
        <translation>Neue Wallet</translation>
    </message>
</context>
<context>
    <name>ReviewBody</name>
    <message>
        <source>You receive</source>
        <extracomment>Heading of what a person gets, in a review before signing.</extracomment>
        <translation>Sie erhalten</translation>
    </message>
    <message>
        <source>You pay</source>
        <extracomment>Heading of what a person pays, in a review before signing.</extracomment>
        <translation>Sie zahlen</translation>
    </message>
    <message>
        <source>What you sign, checked twice</source>
        <extracomment>Heading above the sentences that say what is signed. Two independent checks agree on them.</extracomment>
        <translation>Was Sie unterschreiben, zweifach geprüft</translation>
    </message>
</context>
<context>
    <name>ReviewSheet</name>
    <message>
        <source>Nothing has been sent yet. Read it, then confirm.</source>
        <extracomment>Below the title of a review before signing.</extracomment>
        <translation>Noch wurde nichts gesendet. Lesen Sie es, und bestätigen Sie dann.</translation>
    </message>
</context>
<context>
    <name>ScaleBar</name>
    <message>
        <source>%1 km</source>
        <extracomment>Distance on the scale of a map, in kilometres.</extracomment>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>%1 m</source>
        <extracomment>Distance on the scale of a map, in metres.</extracomment>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>Scale: %1</source>
        <extracomment>Said by a screen reader; %1 is a distance.</extracomment>
        <translation>Maßstab: %1</translation>
    </message>
</context>
<context>
    <name>ScreenStates</name>
    <message>
        <source>Asking the network about your devices</source>
        <extracomment>Shown while the first figures are read.</extracomment>
        <translation>Das Netz wird nach Ihren Geräten gefragt</translation>
    </message>
    <message>
        <source>No devices yet</source>
        <translation>Noch keine Geräte</translation>
    </message>
    <message>
        <source>Put a device beside this computer, plug it in, and Outpost sets it up.</source>
        <translation>Stellen Sie ein Gerät neben diesen Rechner, und schließen Sie es an; Outpost richtet es ein.</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Clear the search</source>
        <extracomment>Button inside a search field.</extracomment>
        <translation>Suche leeren</translation>
    </message>
</context>
<context>
    <name>SearchPalette</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Earnings</source>
        <translation>Verdienst</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Search devices and screens</source>
        <translation>Geräte und Seiten suchen</translation>
    </message>
    <message>
        <source>No device and no screen is called “%1”. Try fewer letters.</source>
        <extracomment>%1 what was typed into the search.</extracomment>
        <translation>Kein Gerät und keine Seite heißt „%1“. Versuchen Sie es mit weniger Buchstaben.</translation>
    </message>
</context>
<context>
    <name>SecretField</name>
    <message>
        <source>Caps Lock seems to be on.</source>
        <extracomment>Beside a password field, when the keys seem to write capitals.</extracomment>
        <translation>Die Feststelltaste scheint aktiv zu sein.</translation>
    </message>
</context>
<context>
    <name>SecretFrame</name>
    <message>
        <source>Hide what I typed</source>
        <extracomment>Button beside a password field.</extracomment>
        <translation>Eingabe verbergen</translation>
    </message>
    <message>
        <source>Show what I typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The system does not let Outpost keep its secrets out of the swap file.</source>
        <translation>Das System lässt Outpost seine Geheimnisse nicht aus der Auslagerungsdatei heraushalten.</translation>
    </message>
    <message>
        <source>Raise the limit for locked memory (ulimit -l), or encrypt the swap.</source>
        <translation>Erhöhen Sie die Grenze für gesperrten Speicher (ulimit -l), oder verschlüsseln Sie die Auslagerung.</translation>
    </message>
    <message>
        <source>How it looks</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>In which figures are shown. What you hold does not change.</source>
        <translation>In der Beträge gezeigt werden. Was Sie halten, ändert sich nicht.</translation>
    </message>
    <message>
        <source>Euro</source>
        <translation>Euro</translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation>US-Dollar</translation>
    </message>
    <message>
        <source>Pound sterling</source>
        <translation>Pfund Sterling</translation>
    </message>
    <message>
        <source>Yen</source>
        <translation>Yen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperre</translation>
    </message>
    <message>
        <source>Lock after</source>
        <translation>Sperren nach</translation>
    </message>
    <message>
        <source>When nobody touches keyboard or mouse for so long.</source>
        <translation>Wenn so lange niemand Tastatur oder Maus berührt.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Your own node</source>
        <translation>Ihr eigener Knoten</translation>
    </message>
    <message>
        <source>The address of a Solana node that you trust. Empty for the one that comes with Outpost.</source>
        <translation>Die Adresse eines Solana-Knotens, dem Sie vertrauen. Leer für den mitgelieferten.</translation>
    </message>
    <message>
        <source>On the demo, or with --network-config, addresses are set from outside.</source>
        <translation>In der Demo und mit --network-config werden Adressen von außen festgelegt.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save the address of your own node</source>
        <translation>Adresse des eigenen Knotens speichern</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>For every connection to the internet. Empty for none.</source>
        <translation>Für jede Verbindung ins Internet. Leer für keinen.</translation>
    </message>
    <message>
        <source>Save the proxy</source>
        <translation>Proxy speichern</translation>
    </message>
    <message>
        <source>Hosts that Outpost talks to</source>
        <translation>Rechner, mit denen Outpost spricht</translation>
    </message>
    <message>
        <source>and no other</source>
        <translation>und keine anderen</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über Outpost</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Folder of wallets and records</source>
        <translation>Ordner der Wallets und Aufzeichnungen</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Pictures from a server</source>
        <translation>Bilder von einem Server</translation>
    </message>
    <message>
        <source>%1 is asked for the places you look at. Empty for coasts and borders only.</source>
        <translation>%1 wird nach den Orten gefragt, die Sie ansehen. Leer: nur Küsten und Grenzen.</translation>
    </message>
    <message>
        <source>Without one the map shows coasts and borders, and nobody learns what you look at.</source>
        <translation>Ohne Server zeigt die Karte Küsten und Grenzen, und niemand erfährt, was Sie ansehen.</translation>
    </message>
    <message>
        <source>Address of a server with map pictures</source>
        <translation>Adresse eines Servers mit Kartenbildern</translation>
    </message>
    <message>
        <source>Save the server with map pictures</source>
        <translation>Server mit Kartenbildern speichern</translation>
    </message>
    <message>
        <source>Credit on the map</source>
        <translation>Quellenangabe auf der Karte</translation>
    </message>
    <message>
        <source>Whom the server wants to be named, for instance its makers.</source>
        <translation>Wen der Server genannt haben möchte, zum Beispiel die Urheber.</translation>
    </message>
    <message>
        <source>Save the credit on the map</source>
        <translation>Quellenangabe auf der Karte speichern</translation>
    </message>
    <message>
        <source>Ask %1 for map pictures?</source>
        <extracomment>%1: the name of a host on the internet</extracomment>
        <translation>%1 nach Kartenbildern fragen?</translation>
    </message>
    <message>
        <source>Ask %1</source>
        <translation>%1 fragen</translation>
    </message>
    <message>
        <source>%1 learns which places you look at, and so where your devices stand, together with the internet address of this computer or of your proxy. You can take it back here at any time.</source>
        <extracomment>%1: the name of a host on the internet</extracomment>
        <translation>%1 erfährt, welche Orte Sie ansehen und damit, wo Ihre Geräte stehen, zusammen mit der Internetadresse dieses Computers oder Ihres Proxys. Sie können es hier jederzeit zurücknehmen.</translation>
    </message>
    <message>
        <source>The proxy asks for a name and a password.</source>
        <translation>Der Proxy fragt nach Name und Passwort.</translation>
    </message>
    <message>
        <source>Sign-in at the proxy</source>
        <translation>Anmeldung am Proxy</translation>
    </message>
    <message>
        <source>Only where it asks for one. Outpost forgets both when it ends.</source>
        <translation>Nur, wenn er danach fragt. Outpost vergisst beides, wenn es endet.</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>Name für den Proxy</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Passwort für den Proxy</translation>
    </message>
    <message>
        <source>Use them</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Use this name and password for the proxy</source>
        <translation>Diesen Namen und dieses Passwort für den Proxy verwenden</translation>
    </message>
    <message>
        <source>Newest copy of the records</source>
        <translation>Neueste Kopie der Aufzeichnungen</translation>
    </message>
    <message>
        <source>Not every wallet could be read.</source>
        <translation>Nicht jede Wallet ließ sich lesen.</translation>
    </message>
</context>
<context>
    <name>Spinner</name>
    <message>
        <source>Working</source>
        <extracomment>Read by a screen reader for the turning dots.</extracomment>
        <translation>In Betrieb</translation>
    </message>
</context>
<context>
    <name>StaleNotice</name>
    <message>
        <source>Ask again</source>
        <extracomment>Button that fetches fresh data.</extracomment>
        <translation>Erneut fragen</translation>
    </message>
</context>
<context>
    <name>StepItem</name>
    <message>
        <source>Done. %1</source>
        <extracomment>State of a step, for a screen reader. %1 is a short remark.</extracomment>
        <translation>Erledigt. %1</translation>
    </message>
    <message>
        <source>This step. %1</source>
        <extracomment>State of a step, for a screen reader. %1 is a short remark.</extracomment>
        <translation>Dieser Schritt. %1</translation>
    </message>
    <message>
        <source>Failed. %1</source>
        <extracomment>State of a step, for a screen reader. %1 is a short remark.</extracomment>
        <translation>Gescheitert. %1</translation>
    </message>
    <message>
        <source>Waiting. %1</source>
        <extracomment>State of a step, for a screen reader. %1 is a short remark.</extracomment>
        <translation>Wartet. %1</translation>
    </message>
    <message>
        <source>Not yet. %1</source>
        <extracomment>State of a step, for a screen reader. %1 is a short remark.</extracomment>
        <translation>Noch nicht. %1</translation>
    </message>
</context>
<context>
    <name>TableHeaderCell</name>
    <message>
        <source>sorted, smallest first</source>
        <extracomment>Said of a table column by a screen reader.</extracomment>
        <translation>sortiert, kleinste zuerst</translation>
    </message>
    <message>
        <source>sorted, largest first</source>
        <extracomment>Said of a table column by a screen reader.</extracomment>
        <translation>sortiert, größte zuerst</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Hide this message</source>
        <extracomment>Button that hides a message.</extracomment>
        <translation>Diese Meldung ausblenden</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search devices and screens</source>
        <translation>Geräte und Seiten suchen</translation>
    </message>
    <message>
        <source>Demo · not real money</source>
        <translation>Demo · kein echtes Geld</translation>
    </message>
    <message>
        <source>Own network addresses</source>
        <translation>Eigene Netzadressen</translation>
    </message>
    <message>
        <source>Ask again now</source>
        <translation>Jetzt erneut fragen</translation>
    </message>
    <message>
        <source>Lock now</source>
        <translation>Jetzt sperren</translation>
    </message>
    <message>
        <source>Ctrl K</source>
        <extracomment>Keys as printed on a keyboard.</extracomment>
        <translation>Strg K</translation>
    </message>
</context>
<context>
    <name>UnfinishedCard</name>
    <message>
        <source>Not finished</source>
        <translation>Nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Continue with %1</source>
        <extracomment>%1 is a device&apos;s name.</extracomment>
        <translation>Mit %1 weitermachen</translation>
    </message>
    <message>
        <source>Forget what was begun with %1</source>
        <extracomment>%1 is a device&apos;s name.</extracomment>
        <translation>Begonnenes mit %1 verwerfen</translation>
    </message>
</context>
<context>
    <name>UnlockScreen</name>
    <message>
        <source>Unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>Unlock your wallet</source>
        <translation>Wallet entsperren</translation>
    </message>
    <message>
        <source>Wait %1 s</source>
        <translation>Warten Sie %1 s</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <extracomment>Leads to restoring the wallet from its recovery words.</extracomment>
        <translation>Passwort vergessen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Open the newest copy instead</source>
        <extracomment>Button on the page that asks for the password, where the wallet&apos;s file is damaged; the password is that of the copy.</extracomment>
        <translation>Stattdessen die neueste Kopie öffnen</translation>
    </message>
</context>
<context>
    <name>WalletScreen</name>
    <message>
        <source>Wallet</source>
        <translation>Wallet</translation>
    </message>
    <message>
        <source>%1 · only watched</source>
        <translation>%1 · nur beobachtet</translation>
    </message>
    <message>
        <source>Receive</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>You have not checked your recovery words yet.</source>
        <translation>Sie haben Ihre Wiederherstellungswörter noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Receiving, collecting and registering begin after that; it takes a minute.</source>
        <translation>Empfangen, Einsammeln und Anmelden beginnen danach; es dauert eine Minute.</translation>
    </message>
    <message>
        <source>Check the words</source>
        <translation>Wörter prüfen</translation>
    </message>
    <message>
        <source>Receiving address</source>
        <translation>Empfangsadresse</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>There is no wallet yet</source>
        <translation>Es gibt noch keine Wallet</translation>
    </message>
    <message>
        <source>Devices can be looked at and set up without one; earning needs one.</source>
        <translation>Geräte lassen sich ohne sie ansehen und einrichten; zum Verdienen braucht es eine.</translation>
    </message>
    <message>
        <source>Make or restore a wallet</source>
        <translation>Wallet erstellen oder wiederherstellen</translation>
    </message>
    <message>
        <source>In the wallet</source>
        <translation>In der Wallet</translation>
    </message>
    <message>
        <source>Asking the network what it holds</source>
        <translation>Das Netz wird nach dem Inhalt gefragt</translation>
    </message>
    <message>
        <source>Hide what it is made of</source>
        <translation>Zusammensetzung ausblenden</translation>
    </message>
    <message>
        <source>What it is made of</source>
        <translation>Woraus es besteht</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>Nothing yet. What you collect and register is told here.</source>
        <translation>Noch nichts. Was Sie einsammeln und anmelden, steht hier.</translation>
    </message>
    <message>
        <source>Addresses of this wallet</source>
        <translation>Adressen dieser Wallet</translation>
    </message>
</context>
<context>
    <name>WatchStep</name>
    <message>
        <source>Watch an address</source>
        <translation>Adresse beobachten</translation>
    </message>
    <message>
        <source>You see its devices and what they earn. Nothing can be moved, and no password is needed.</source>
        <translation>Sie sehen ihre Geräte und deren Verdienst. Bewegen lässt sich nichts, und ein Passwort ist nicht nötig.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Receiving address</source>
        <translation>Empfangsadresse</translation>
    </message>
</context>
<context>
    <name>WizardCheck</name>
    <message>
        <source>This device</source>
        <translation>Dieses Gerät</translation>
    </message>
</context>
<context>
    <name>WizardDone</name>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1 is registered</source>
        <extracomment>%1 is a device&apos;s name.</extracomment>
        <translation>%1 ist angemeldet</translation>
    </message>
    <message>
        <source>This is what the network says now, read back after the registration. The first earnings show within a day or two.</source>
        <translation>Das sagt das Netz jetzt, nach der Anmeldung zurückgelesen. Der erste Verdienst zeigt sich in ein bis zwei Tagen.</translation>
    </message>
    <message>
        <source>Add another device</source>
        <translation>Weiteres Gerät hinzufügen</translation>
    </message>
</context>
<context>
    <name>WizardFind</name>
    <message>
        <source>Devices beside this computer</source>
        <translation>Geräte neben diesem Rechner</translation>
    </message>
    <message>
        <source>Looking for devices</source>
        <extracomment>What a turning sign means.</extracomment>
        <translation>Geräte werden gesucht</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Plug the device in and press its button, so that it can be found. Stay within a few metres.</source>
        <translation>Schließen Sie das Gerät an, und drücken Sie seine Taste, damit es gefunden wird. Bleiben Sie wenige Meter entfernt.</translation>
    </message>
    <message>
        <source>%1, %2, signal %3</source>
        <extracomment>A device that was found; %1 its name, %2 its kind, %3 how strong its signal is.</extracomment>
        <translation>%1, %2, Signal %3</translation>
    </message>
    <message>
        <source>No device found</source>
        <translation>Kein Gerät gefunden</translation>
    </message>
    <message>
        <source>This usually takes a few seconds.</source>
        <translation>Das dauert meist einige Sekunden.</translation>
    </message>
    <message>
        <source>Most devices can be found for five minutes after their button was pressed.</source>
        <translation>Die meisten Geräte lassen sich fünf Minuten nach dem Drücken ihrer Taste finden.</translation>
    </message>
    <message>
        <source>Not finished</source>
        <translation>Nicht abgeschlossen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Continue with %1</source>
        <extracomment>%1 is a device&apos;s name.</extracomment>
        <translation>Weiter mit %1</translation>
    </message>
    <message>
        <source>Forget what was begun with %1</source>
        <extracomment>%1 is a device&apos;s name.</extracomment>
        <translation>Begonnenes mit %1 verwerfen</translation>
    </message>
</context>
<context>
    <name>WizardInternet</name>
    <message>
        <source>How it gets online</source>
        <translation>Wie es online kommt</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Erneut suchen</translation>
    </message>
    <message>
        <source>Wi-Fi network %1</source>
        <extracomment>%1 is the name of a Wi-Fi network.</extracomment>
        <translation>WLAN %1</translation>
    </message>
    <message>
        <source>Password of %1</source>
        <extracomment>%1 is the name of a Wi-Fi network.</extracomment>
        <translation>Passwort von %1</translation>
    </message>
    <message>
        <source>It goes to the device over Bluetooth and is kept nowhere on this computer.</source>
        <translation>Es geht über Bluetooth an das Gerät und wird auf diesem Rechner nirgends aufbewahrt.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
</context>
<context>
    <name>WizardNotice</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>WizardPlace</name>
    <message>
        <source>Map to choose the place on</source>
        <translation>Karte zum Wählen des Orts</translation>
    </message>
    <message>
        <source>Antenna</source>
        <translation>Antenne</translation>
    </message>
    <message>
        <source>Height above ground</source>
        <translation>Höhe über dem Boden</translation>
    </message>
</context>
<context>
    <name>WizardReview</name>
    <message>
        <source>Registering %1</source>
        <extracomment>%1 is a device&apos;s name.</extracomment>
        <translation>%1 wird angemeldet</translation>
    </message>
    <message>
        <source>Register %1</source>
        <translation>%1 anmelden</translation>
    </message>
    <message>
        <source>Send it to this address. Outpost looks every few seconds and goes on by itself when it has arrived.</source>
        <translation>Senden Sie es an diese Adresse. Outpost sieht alle paar Sekunden nach und macht von selbst weiter, wenn es angekommen ist.</translation>
    </message>
    <message>
        <source>Show the receiving address</source>
        <translation>Empfangsadresse zeigen</translation>
    </message>
    <message>
        <source>You pay</source>
        <translation>Sie zahlen</translation>
    </message>
    <message>
        <source>Progress of the registration</source>
        <translation>Fortschritt der Anmeldung</translation>
    </message>
</context>
<context>
    <name>WizardScreen</name>
    <message>
        <source>Add a device</source>
        <translation>Gerät hinzufügen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Save and leave</source>
        <translation>Speichern und verlassen</translation>
    </message>
    <message>
        <source>Steps</source>
        <extracomment>The steps of a wizard, for a screen reader.</extracomment>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Find it</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Review and register</source>
        <translation>Prüfen und anmelden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <extracomment>Where a wizard stands: %1 of %2 steps, %3 the step&apos;s name.</extracomment>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>WordsStep</name>
    <message>
        <source>Write these words down</source>
        <translation>Notieren Sie diese Wörter</translation>
    </message>
    <message>
        <source>On paper, in this order. They are the wallet: whoever has them has everything in it, and without them nobody can restore it. Outpost never asks for them except when you restore.</source>
        <translation>Auf Papier, in dieser Reihenfolge. Sie sind die Wallet: Wer sie hat, hat alles darin, und ohne sie kann niemand sie wiederherstellen. Outpost fragt nur beim Wiederherstellen nach ihnen.</translation>
    </message>
    <message>
        <source>I have written them down</source>
        <translation>Ich habe sie notiert</translation>
    </message>
    <message>
        <source>Show the words</source>
        <translation>Wörter zeigen</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Recovery words, on the screen only</source>
        <translation>Wiederherstellungswörter, nur auf dem Bildschirm</translation>
    </message>
    <message>
        <source>Make sure that nobody and no camera looks at this screen.</source>
        <translation>Achten Sie darauf, dass niemand und keine Kamera auf diesen Bildschirm sieht.</translation>
    </message>
    <message>
        <source>Until you have shown that you have the words, Outpost shows no receiving address and registers nothing.</source>
        <translation>Solange Sie nicht gezeigt haben, dass Sie die Wörter haben, zeigt Outpost keine Empfangsadresse und meldet nichts an.</translation>
    </message>
</context>
<context>
    <name>outpost::app::AddressViewModel</name>
    <message>
        <source>%1 learns what you type, and so where a device may stand, together with the internet address of this computer or of your proxy. You can take it back in Settings.</source>
        <extracomment>%1: the name of a host on the internet</extracomment>
        <translation>%1 erfährt, was Sie eingeben, und damit, wo ein Gerät stehen könnte, zusammen mit der Internetadresse dieses Computers oder Ihres Proxys. Sie können das in den Einstellungen zurücknehmen.</translation>
    </message>
    <message>
        <source>On the demo this computer answers in its place, and nothing leaves it.</source>
        <translation>In der Demo antwortet dieser Computer an seiner Stelle, und nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>Streets and numbers are made up for the demo.</source>
        <translation>Straßen und Hausnummern sind für die Demo erfunden.</translation>
    </message>
    <message>
        <source>Data: OpenStreetMap contributors</source>
        <translation>Daten: OpenStreetMap-Mitwirkende</translation>
    </message>
    <message>
        <source>Switched off: a place is typed as coordinates, pasted as a link or clicked on the map.</source>
        <translation>Abgeschaltet: Ein Ort wird als Koordinaten eingegeben, als Link eingefügt oder auf der Karte angeklickt.</translation>
    </message>
    <message>
        <source>%1 is asked when you look for an address and agree to it. Empty for never.</source>
        <extracomment>%1: the name of a host on the internet</extracomment>
        <translation>%1 wird gefragt, wenn Sie eine Adresse suchen und zustimmen. Leer für nie.</translation>
    </message>
    <message>
        <source>%1 is asked for the addresses that you look for. Empty for never.</source>
        <extracomment>%1: the name of a host on the internet</extracomment>
        <translation>%1 wird nach den Adressen gefragt, die Sie suchen. Leer für nie.</translation>
    </message>
    <message>
        <source>Looking for “%1”</source>
        <translation>Suche nach „%1“</translation>
    </message>
    <message>
        <source>Write less of it, such as street and town, or click the map.</source>
        <translation>Schreiben Sie weniger davon, etwa Straße und Ort, oder klicken Sie auf die Karte.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) from %1</source>
        <extracomment>How many places an address may mean; %1 the host that says so.</extracomment>
        <translation>
            <numerusform>%n Ort von %1</numerusform>
            <numerusform>%n Orte von %1</numerusform>
        </translation>
    </message>
    <message>
        <source>House</source>
        <extracomment>What was found for an address: the house itself.</extracomment>
        <translation>Haus</translation>
    </message>
    <message>
        <source>Street</source>
        <extracomment>What was found for an address: somewhere on that street.</extracomment>
        <translation>Straße</translation>
    </message>
    <message>
        <source>Quarter</source>
        <extracomment>What was found for an address: the middle of a quarter of a town.</extracomment>
        <translation>Stadtteil</translation>
    </message>
    <message>
        <source>Town</source>
        <extracomment>What was found for an address: the middle of a town.</extracomment>
        <translation>Stadt</translation>
    </message>
    <message>
        <source>Region</source>
        <extracomment>What was found for an address: the middle of a region or a country.</extracomment>
        <translation>Region</translation>
    </message>
</context>
<context>
    <name>outpost::app::AppViewModel</name>
    <message>
        <source>Your demo wallet has got its devices and some demo money.</source>
        <translation>Ihre Demo-Wallet hat ihre Geräte und etwas Demo-Geld bekommen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: an act that was under way when Outpost was closed; %2: how it stands now</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Up to date · %1</source>
        <extracomment>%1: for instance &quot;12 s ago&quot;</extracomment>
        <translation>Aktuell · %1</translation>
    </message>
    <message>
        <source>Asking the network</source>
        <translation>Das Netz wird gefragt</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>Behind: %1</source>
        <extracomment>%1: which source, for instance &quot;prices&quot;</extracomment>
        <translation>Im Rückstand: %1</translation>
    </message>
    <message>
        <source>Locks in %1</source>
        <extracomment>%1: for instance &quot;9 min&quot;</extracomment>
        <translation>Sperrt in %1</translation>
    </message>
    <message>
        <source>Copied. The clipboard is cleared in 30 seconds.</source>
        <translation>Kopiert. Die Zwischenablage wird in 30 Sekunden geleert.</translation>
    </message>
</context>
<context>
    <name>outpost::app::CollectViewModel</name>
    <message>
        <source>Collect</source>
        <translation>Einsammeln</translation>
    </message>
    <message>
        <source>Set the place of %1</source>
        <extracomment>%1 the name of a device.</extracomment>
        <translation>Standort von %1 festlegen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A kind of cost and how many of them, for example &quot;One-time deposit (2)&quot;.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>paid by %1</source>
        <extracomment>%1 who pays a cost, for example the maker of a device.</extracomment>
        <translation>bezahlt von %1</translation>
    </message>
    <message>
        <source>No price is known</source>
        <translation>Kein Preis bekannt</translation>
    </message>
    <message>
        <source>Worth %1 after cost.</source>
        <extracomment>%1 an amount of money.</extracomment>
        <translation>Nach Kosten %1 wert.</translation>
    </message>
    <message>
        <source>Two sources agree on everything below.</source>
        <translation>Zwei Quellen stimmen in allem Folgenden überein.</translation>
    </message>
    <message>
        <source>Only one source was there to ask.</source>
        <translation>Nur eine Quelle war zu fragen.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <extracomment>A sentence and how often it is signed.</extracomment>
        <translation>
            <numerusform>%1 (%n-mal)</numerusform>
            <numerusform>%1 (%n-mal)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more device(s) are left out.</source>
        <translation>
            <numerusform>%n weiteres Gerät ist ausgelassen.</numerusform>
            <numerusform>%n weitere Geräte sind ausgelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is left out: %2.</source>
        <extracomment>%1 a device, %2 the reason as a sentence without its full stop.</extracomment>
        <translation>%1 ist ausgelassen: %2.</translation>
    </message>
    <message>
        <source>One source only: the second one does not answer.</source>
        <translation>Nur eine Quelle: Die zweite antwortet nicht.</translation>
    </message>
    <message>
        <source>Collect %1</source>
        <extracomment>The button that collects. %1 an amount of money.</extracomment>
        <translation>%1 einsammeln</translation>
    </message>
    <message>
        <source>Set the place for %1</source>
        <extracomment>The button that sets a place. %1 what it costs.</extracomment>
        <translation>Standort für %1 festlegen</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Done. %1 went to your wallet.</source>
        <translation>Fertig. %1 ging in Ihre Wallet.</translation>
    </message>
    <message>
        <source>Done. The network has recorded it.</source>
        <translation>Fertig. Das Netz hat es verzeichnet.</translation>
    </message>
    <message>
        <source>Partly done. What is missing stays ready to collect.</source>
        <translation>Teilweise erledigt. Was fehlt, bleibt zum Einsammeln bereit.</translation>
    </message>
    <message>
        <source>Try the rest again later.</source>
        <translation>Versuchen Sie den Rest später erneut.</translation>
    </message>
    <message>
        <source>You can try again.</source>
        <translation>Sie können es erneut versuchen.</translation>
    </message>
    <message>
        <source>your own wallet</source>
        <translation>Ihre eigene Wallet</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n like it for other devices</source>
        <extracomment>A sentence, and how many others of its kind are signed with it.</extracomment>
        <translation>
            <numerusform>%1, und %n gleicher für andere Geräte</numerusform>
            <numerusform>%1, und %n gleiche für andere Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>Show everything in full</source>
        <translation>Alles vollständig zeigen</translation>
    </message>
    <message>
        <source>%1 missing. Send it to your receiving address %2; this goes on by itself when it has arrived.</source>
        <extracomment>%1 amounts, for instance &quot;0.01 SOL&quot;; %2 an address.</extracomment>
        <translation>%1 fehlen. Senden Sie sie an Ihre Empfangsadresse %2; es geht von selbst weiter, sobald sie da sind.</translation>
    </message>
</context>
<context>
    <name>outpost::app::DeviceViewModel</name>
    <message>
        <source>since %1</source>
        <extracomment>%1 a date.</extracomment>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Nothing was sampled in these days</source>
        <translation>In diesen Tagen wurde nichts erfasst</translation>
    </message>
    <message>
        <source>Earned each day from %1 to %2, %3 in all</source>
        <extracomment>Said by a screen reader. %1 and %2 dates, %3 an amount of money.</extracomment>
        <translation>Täglicher Verdienst von %1 bis %2, insgesamt %3</translation>
    </message>
    <message>
        <source>ready to collect %1</source>
        <extracomment>%1 an amount of money.</extracomment>
        <translation>bereit zum Einsammeln: %1</translation>
    </message>
    <message>
        <source>It earns once the network knows where it stands.</source>
        <translation>Es verdient, sobald das Netz weiß, wo es steht.</translation>
    </message>
    <message>
        <source>Since %1 it brings %2 a day; usual are %3.</source>
        <extracomment>%1 a date, %2 and %3 amounts of money.</extracomment>
        <translation>Seit %1 bringt es %2 am Tag; üblich sind %3.</translation>
    </message>
    <message>
        <source>Stand beside it with this computer to ask it why.</source>
        <translation>Stellen Sie sich mit diesem Rechner daneben, um es nach dem Grund zu fragen.</translation>
    </message>
    <message>
        <source>worth about %1 a month</source>
        <extracomment>%1 an amount of money: what mending a fault brings.</extracomment>
        <translation>etwa %1 im Monat wert</translation>
    </message>
    <message>
        <source>sampled %1</source>
        <extracomment>Source of a figure. %1 a time, for example &quot;3 min ago&quot;.</extracomment>
        <translation>erfasst %1</translation>
    </message>
    <message>
        <source>sampled in an earlier run</source>
        <translation>in einem früheren Lauf erfasst</translation>
    </message>
    <message>
        <source>Too few days were sampled to tell</source>
        <translation>Zu wenige Tage wurden erfasst, um das zu sagen</translation>
    </message>
    <message>
        <source>Nothing since %1, usually %2 a day</source>
        <extracomment>%1 a date, %2 an amount of money.</extracomment>
        <translation>Nichts seit %1, sonst %2 am Tag</translation>
    </message>
    <message>
        <source>%1 a day, usually %2</source>
        <extracomment>Two amounts of money.</extracomment>
        <translation>%1 am Tag, sonst %2</translation>
    </message>
    <message>
        <source>As usual, about %1 a day</source>
        <translation>Wie üblich, etwa %1 am Tag</translation>
    </message>
    <message>
        <source>This device does not say</source>
        <translation>Dieses Gerät sagt es nicht</translation>
    </message>
    <message>
        <source>Not beside this computer</source>
        <translation>Nicht neben diesem Rechner</translation>
    </message>
    <message>
        <source>Bluetooth, not asked yet</source>
        <translation>Bluetooth, noch nicht gefragt</translation>
    </message>
    <message>
        <source>Answers over Bluetooth, %1</source>
        <extracomment>%1 a signal strength in dBm.</extracomment>
        <translation>Antwortet über Bluetooth, %1</translation>
    </message>
    <message>
        <source>seen %1 · Bluetooth</source>
        <extracomment>%1 a time, for example &quot;20 s ago&quot;.</extracomment>
        <translation>gesehen %1 · Bluetooth</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>asked %1 · device</source>
        <translation>gefragt %1 · Gerät</translation>
    </message>
    <message>
        <source>the device says this over Bluetooth</source>
        <translation>das Gerät sagt das über Bluetooth</translation>
    </message>
    <message>
        <source>%1 dBi</source>
        <extracomment>Antenna gain in decibels.</extracomment>
        <translation>%1 dBi</translation>
    </message>
    <message>
        <source>%1 dBi, %2 m up</source>
        <extracomment>Antenna gain in decibels, and its height above ground in metres.</extracomment>
        <translation>%1 dBi, %2 m hoch</translation>
    </message>
    <message>
        <source>Your wallet</source>
        <translation>Ihre Wallet</translation>
    </message>
    <message>
        <source>One cell, about %1 across · %2 from your pin</source>
        <extracomment>%1 and %2 are distances; a cell is the area that the network records.</extracomment>
        <translation>Eine Zelle, etwa %1 breit · %2 von Ihrer Nadel</translation>
    </message>
    <message>
        <source>%1 from its old place.</source>
        <translation>%1 vom alten Standort.</translation>
    </message>
    <message numerus="yes">
        <source>%n of your devices stand(s) within 300 m.</source>
        <translation>
            <numerusform>%n Ihrer Geräte steht im Umkreis von 300 m.</numerusform>
            <numerusform>%n Ihrer Geräte stehen im Umkreis von 300 m.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected to Wi-Fi</source>
        <extracomment>%1 the name of a Wi-Fi network.</extracomment>
        <translation>Nicht mit dem WLAN verbunden</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>It is online by cable.</source>
        <translation>Es ist über Kabel online.</translation>
    </message>
    <message>
        <source>Looking for the device over Bluetooth; this usually takes ten seconds</source>
        <translation>Das Gerät wird über Bluetooth gesucht; das dauert meist zehn Sekunden</translation>
    </message>
    <message>
        <source>Giving the device its network; this takes up to a minute</source>
        <translation>Dem Gerät wird sein Netz übergeben; das dauert bis zu einer Minute</translation>
    </message>
    <message>
        <source>As the device said it, %1</source>
        <extracomment>%1 a date and time.</extracomment>
        <translation>Wie das Gerät es sagte, %1</translation>
    </message>
    <message>
        <source>Nothing came in since %1; usual are %2 a day.</source>
        <extracomment>%1 a date, %2 an amount of money.</extracomment>
        <translation>Seit %1 kam nichts herein; üblich sind %2 am Tag.</translation>
    </message>
    <message>
        <source>Not reached from here</source>
        <translation>Von hier nicht erreichbar</translation>
    </message>
    <message>
        <source>the network&apos;s services speak for it</source>
        <translation>Auskunft geben die Dienste des Netzes</translation>
    </message>
    <message>
        <source>asked %1</source>
        <extracomment>%1 a time, for example &quot;20 s ago&quot;.</extracomment>
        <translation>gefragt %1</translation>
    </message>
    <message>
        <source>The network does not say</source>
        <translation>Das Netz sagt es nicht</translation>
    </message>
    <message>
        <source>the network&apos;s services say this</source>
        <translation>das sagen die Dienste des Netzes</translation>
    </message>
    <message>
        <source>The network has no readings of it now.</source>
        <translation>Das Netz hat zurzeit keine Messwerte davon.</translation>
    </message>
    <message>
        <source>Last measured %1 · %2</source>
        <extracomment>%1 a time, for example &quot;4 min ago&quot;, %2 who says so.</extracomment>
        <translation>Zuletzt gemessen %1 · %2</translation>
    </message>
    <message>
        <source>Measured %1 · %2</source>
        <translation>Gemessen %1 · %2</translation>
    </message>
</context>
<context>
    <name>outpost::app::EarningsViewModel</name>
    <message>
        <source>Nothing was sampled in these days</source>
        <translation>In diesen Tagen wurde nichts erfasst</translation>
    </message>
    <message>
        <source>sampled since %1</source>
        <extracomment>%1 a date: earnings are known from then on.</extracomment>
        <translation>erfasst seit %1</translation>
    </message>
    <message>
        <source>some days at today&apos;s price</source>
        <translation>einige Tage zum heutigen Preis</translation>
    </message>
    <message>
        <source>Earned each day from %1 to %2, %3 in all</source>
        <extracomment>Said by a screen reader about a chart. %1 and %2 dates, %3 an amount of money.</extracomment>
        <translation>Täglicher Verdienst von %1 bis %2, insgesamt %3</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>still running</source>
        <translation>läuft noch</translation>
    </message>
    <message>
        <source>spread over days without a sample</source>
        <translation>über Tage ohne Erfassung verteilt</translation>
    </message>
    <message>
        <source>at today&apos;s price</source>
        <translation>zum heutigen Preis</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n line(s).</source>
        <translation>
            <numerusform>%n Zeile gespeichert.</numerusform>
            <numerusform>%n Zeilen gespeichert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>outpost::app::FirstRunViewModel</name>
    <message>
        <source>Too easy to guess. Four random words are good.</source>
        <translation>Zu leicht zu erraten. Vier zufällige Wörter sind gut.</translation>
    </message>
    <message>
        <source>Good enough.</source>
        <translation>Gut genug.</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>Stark.</translation>
    </message>
    <message>
        <source>The two passwords differ. Type them again.</source>
        <translation>Die beiden Passwörter unterscheiden sich. Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>My wallet</source>
        <translation>Meine Wallet</translation>
    </message>
    <message>
        <source>Watched wallet</source>
        <translation>Beobachtete Wallet</translation>
    </message>
    <message>
        <source>The demo is open already, in a window of its own.</source>
        <translation>Die Demo ist schon offen, in einem eigenen Fenster.</translation>
    </message>
    <message>
        <source>The demo opens in a window of its own.</source>
        <translation>Die Demo öffnet sich in einem eigenen Fenster.</translation>
    </message>
    <message>
        <source>The demo could not be started. Start it yourself with: outpost --demo</source>
        <translation>Die Demo ließ sich nicht starten. Starten Sie sie selbst mit: outpost --demo</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message>
        <source>devices not known</source>
        <translation>Geräte nicht bekannt</translation>
    </message>
    <message>
        <source>money not known</source>
        <translation>Geld nicht bekannt</translation>
    </message>
    <message>
        <source>Nothing there</source>
        <translation>Nichts vorhanden</translation>
    </message>
    <message>
        <source>the words themselves</source>
        <extracomment>How an address is made of the recovery words, where no path is.</extracomment>
        <translation>die Wörter selbst</translation>
    </message>
    <message>
        <source>%1, the standard one</source>
        <extracomment>%1: a derivation path, for instance m/44&apos;/501&apos;/0&apos;/0&apos;</extracomment>
        <translation>%1, die übliche</translation>
    </message>
    <message>
        <source>The network could not be asked. The standard address is chosen; look again when there is a connection, now or later in Wallet.</source>
        <translation>Das Netz ließ sich nicht fragen. Gewählt ist die übliche Adresse; sehen Sie erneut nach, sobald eine Verbindung besteht, jetzt oder später unter Wallet.</translation>
    </message>
    <message>
        <source>Not everything could be asked. What is not known may still be in use; look again.</source>
        <translation>Nicht alles ließ sich erfragen. Was nicht bekannt ist, kann trotzdem in Gebrauch sein; sehen Sie erneut nach.</translation>
    </message>
    <message>
        <source>Nothing was found at any of these addresses. The standard one is chosen.</source>
        <translation>An keiner dieser Adressen wurde etwas gefunden. Gewählt ist die übliche.</translation>
    </message>
</context>
<context>
    <name>outpost::app::HomeViewModel</name>
    <message>
        <source>Earned in %1</source>
        <extracomment>%1 the name of a month.</extracomment>
        <translation>Verdient im %1</translation>
    </message>
    <message>
        <source>%1 of %2 days</source>
        <extracomment>How much of a month has gone: %1 of %2 days.</extracomment>
        <translation>%1 von %2 Tagen</translation>
    </message>
    <message>
        <source>since %1</source>
        <extracomment>%1 a date.</extracomment>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Outpost has not sampled a day yet; figures start with the second day.</source>
        <translation>Outpost hat noch keinen Tag erfasst; Zahlen beginnen mit dem zweiten Tag.</translation>
    </message>
    <message>
        <source>against the same days of %1</source>
        <extracomment>Follows a change such as &quot;12 %&quot;. %1 the name of a month.</extracomment>
        <translation>gegenüber denselben Tagen im %1</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <extracomment>%1 an amount of money.</extracomment>
        <translation>%1 am Tag</translation>
    </message>
    <message>
        <source>Earned each day of the last 30 days, %1 in all</source>
        <extracomment>Said by a screen reader about a chart. %1 an amount of money.</extracomment>
        <translation>Täglicher Verdienst der letzten 30 Tage, insgesamt %1</translation>
    </message>
    <message numerus="yes">
        <source>%n device(s)</source>
        <extracomment>Title of a map. %n counts devices.</extracomment>
        <translation>
            <numerusform>%n Gerät</numerusform>
            <numerusform>%n Geräte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n place(s)</source>
        <extracomment>%1 for example &quot;10 devices&quot;; %n counts places.</extracomment>
        <translation>
            <numerusform>%1 an %n Ort</numerusform>
            <numerusform>%1 an %n Orten</numerusform>
        </translation>
    </message>
    <message>
        <source>Since %1.</source>
        <extracomment>%1 a day.</extracomment>
        <translation>Seit %1.</translation>
    </message>
    <message>
        <source>about %1 a day</source>
        <extracomment>%1 an amount of money.</extracomment>
        <translation>etwa %1 am Tag</translation>
    </message>
    <message>
        <source>Set the place</source>
        <translation>Standort festlegen</translation>
    </message>
    <message>
        <source>Find out why</source>
        <translation>Grund suchen</translation>
    </message>
    <message>
        <source>You see the cost before anything is sent.</source>
        <translation>Sie sehen die Kosten, bevor etwas gesendet wird.</translation>
    </message>
    <message>
        <source>Nothing is waiting.</source>
        <translation>Nichts wartet.</translation>
    </message>
    <message>
        <source>Last collected %1.</source>
        <extracomment>%1 for example &quot;6 days ago&quot; or a date.</extracomment>
        <translation>Zuletzt eingesammelt %1.</translation>
    </message>
    <message numerus="yes">
        <source>Costs about %1: network fees and %n one-time deposit(s).</source>
        <translation>
            <numerusform>Kostet etwa %1: Netzgebühren und %n einmaliges Pfand.</numerusform>
            <numerusform>Kostet etwa %1: Netzgebühren und %n einmalige Pfandbeträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Costs about %1 in network fees.</source>
        <translation>Kostet etwa %1 Netzgebühren.</translation>
    </message>
    <message>
        <source>It could not be asked yet</source>
        <translation>Es konnte noch nicht abgefragt werden</translation>
    </message>
    <message>
        <source>What is waiting could not be asked yet.</source>
        <translation>Was bereitliegt, konnte noch nicht abgefragt werden.</translation>
    </message>
</context>
<context>
    <name>outpost::app::MapTiles</name>
    <message>
        <source>Write it like https://tiles.example.org/{z}/{x}/{y}.png.</source>
        <translation>Schreiben Sie sie so: https://tiles.example.org/{z}/{x}/{y}.png.</translation>
    </message>
    <message>
        <source>On the demo nothing leaves this computer: only a server on it can be asked.</source>
        <translation>In der Demo verlässt nichts diesen Computer: Nur ein Server auf ihm kann gefragt werden.</translation>
    </message>
</context>
<context>
    <name>outpost::app::MapViewModel</name>
    <message numerus="yes">
        <source>%n device(s) without a place</source>
        <translation>
            <numerusform>%n Gerät ohne Standort</numerusform>
            <numerusform>%n Geräte ohne Standort</numerusform>
        </translation>
    </message>
    <message>
        <source>The network publishes no cells now</source>
        <translation>Das Netz veröffentlicht zurzeit keine Zellen</translation>
    </message>
    <message>
        <source>%1 cells · as of %2</source>
        <extracomment>Below a map. %1 counts cells, %2 is a time.</extracomment>
        <translation>%1 Zellen · Stand %2</translation>
    </message>
    <message>
        <source>seen %1</source>
        <extracomment>%1 a time, for example &quot;3 min ago&quot;.</extracomment>
        <translation>gesehen %1</translation>
    </message>
    <message>
        <source>It does not earn yet</source>
        <translation>Es verdient noch nichts</translation>
    </message>
    <message>
        <source>Not known yet</source>
        <translation>Noch nicht bekannt</translation>
    </message>
</context>
<context>
    <name>outpost::app::ScreenViewModel</name>
    <message>
        <source>Not up to date: %1. Everything was last read %2.</source>
        <translation>Nicht aktuell: %1. Zuletzt wurde alles %2 gelesen.</translation>
    </message>
    <message>
        <source>Not up to date: %1. What you see is from an earlier run.</source>
        <extracomment>%1 a source of data, for example &quot;earnings&quot;.</extracomment>
        <translation>Nicht aktuell: %1. Was Sie sehen, stammt aus einem früheren Lauf.</translation>
    </message>
    <message>
        <source>price of %1, %2</source>
        <extracomment>%1 a date and time, %2 the name of a price source.</extracomment>
        <translation>Preis von %1, %2</translation>
    </message>
    <message>
        <source>No price is known</source>
        <translation>Kein Preis bekannt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>One bar of a chart. %1 a day, %2 an amount of money.</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing has been read yet</source>
        <translation>Noch nichts gelesen</translation>
    </message>
</context>
<context>
    <name>outpost::app::SettingsViewModel</name>
    <message>
        <source>this computer</source>
        <translation>dieser Rechner</translation>
    </message>
    <message>
        <source>Counts from the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Write it like socks5://127.0.0.1:9050.</source>
        <translation>Schreiben Sie ihn wie socks5://127.0.0.1:9050.</translation>
    </message>
    <message>
        <source>Leave the name and the password out; there are fields for them.</source>
        <translation>Lassen Sie Name und Passwort weg; dafür gibt es Felder.</translation>
    </message>
    <message>
        <source>The stored proxy cannot be read, so Outpost connects to nobody. Write it again, or save it empty for none.</source>
        <translation>Der gespeicherte Proxy ist nicht lesbar, darum verbindet sich Outpost mit niemandem. Geben Sie ihn neu ein oder speichern Sie das Feld leer für keinen.</translation>
    </message>
    <message>
        <source>The second opinion of your node could not be put back. Save it again.</source>
        <translation>Die zweite Meinung zu Ihrem Knoten ließ sich nicht wieder eintragen. Speichern Sie ihn erneut.</translation>
    </message>
    <message>
        <source>This node also lists devices, so it is asked for them.</source>
        <translation>Dieser Knoten kennt auch Geräte und wird deshalb nach ihnen gefragt.</translation>
    </message>
    <message>
        <source>This node does not list devices; %1 goes on being asked for them.</source>
        <extracomment>%1: name of a host</extracomment>
        <translation>Dieser Knoten kennt keine Geräte; nach ihnen wird weiterhin %1 gefragt.</translation>
    </message>
    <message>
        <source>Until it is saved again, %1 is asked for your devices.</source>
        <translation>Bis Sie ihn erneut speichern, wird %1 nach Ihren Geräten gefragt.</translation>
    </message>
</context>
<context>
    <name>outpost::app::WalletViewModel</name>
    <message>
        <source>No price is known for it yet.</source>
        <translation>Dafür ist noch kein Preis bekannt.</translation>
    </message>
    <message>
        <source>A price is not known yet.</source>
        <translation>Ein Preis ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>Prices of %1, %2</source>
        <extracomment>%1: age of the prices; %2: who gave them</extracomment>
        <translation>Preise von %1, %2</translation>
    </message>
    <message>
        <source>Network fees and deposits are paid with %1. You need about %2 more to collect; send it to your receiving address.</source>
        <extracomment>%1, %2: amounts of the chain&apos;s own coin, for instance 0.004 SOL</extracomment>
        <translation>Netzgebühren und Pfand werden mit %1 bezahlt. Zum Einsammeln fehlen etwa %2; senden Sie den Betrag an Ihre Empfangsadresse.</translation>
    </message>
</context>
<context>
    <name>outpost::app::WizardViewModel</name>
    <message>
        <source>%1 · Bluetooth %2</source>
        <extracomment>%1 name of a device, %2 strength of its signal, for instance -52 dBm.</extracomment>
        <translation>%1 · Bluetooth %2</translation>
    </message>
    <message>
        <source>Show the device</source>
        <translation>Gerät zeigen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Continue without internet</source>
        <translation>Ohne Internet weiter</translation>
    </message>
    <message>
        <source>Register for %1</source>
        <extracomment>Button that registers a device; %1 is what it costs the person.</extracomment>
        <translation>Für %1 anmelden</translation>
    </message>
    <message>
        <source>There is no price for one of the amounts.</source>
        <translation>Für einen der Beträge gibt es keinen Preis.</translation>
    </message>
    <message>
        <source>Known once the device was checked.</source>
        <translation>Bekannt, sobald das Gerät geprüft ist.</translation>
    </message>
    <message>
        <source>Nothing is paid before you have seen the review.</source>
        <translation>Bezahlt wird erst, wenn Sie die Übersicht gesehen haben.</translation>
    </message>
    <message numerus="yes">
        <source>%n of your devices stand(s) within 300 m.</source>
        <translation>
            <numerusform>%n Ihrer Geräte steht im Umkreis von 300 m.</numerusform>
            <numerusform>%n Ihrer Geräte stehen im Umkreis von 300 m.</numerusform>
        </translation>
    </message>
    <message>
        <source>You can leave; it goes on and is shown here when you come back.</source>
        <translation>Sie können gehen; es läuft weiter und wird hier gezeigt, wenn Sie zurückkommen.</translation>
    </message>
    <message>
        <source>Bluetooth is off</source>
        <translation>Bluetooth ist aus</translation>
    </message>
    <message>
        <source>This computer has no Bluetooth</source>
        <translation>Dieser Rechner hat kein Bluetooth</translation>
    </message>
    <message>
        <source>Outpost may not use Bluetooth</source>
        <translation>Outpost darf Bluetooth nicht benutzen</translation>
    </message>
    <message>
        <source>This Bluetooth adapter is too old</source>
        <translation>Dieser Bluetooth-Adapter ist zu alt</translation>
    </message>
    <message>
        <source>Switch it on in the system&apos;s settings; Outpost notices by itself.</source>
        <translation>Schalten Sie es in den Systemeinstellungen ein; Outpost merkt es von selbst.</translation>
    </message>
    <message>
        <source>Plug in a Bluetooth adapter that knows Low Energy, then look again.</source>
        <translation>Stecken Sie einen Bluetooth-Adapter mit Low Energy ein, und suchen Sie erneut.</translation>
    </message>
    <message>
        <source>Allow it in the system&apos;s privacy settings, then look again.</source>
        <translation>Erlauben Sie es in den Datenschutzeinstellungen des Systems, und suchen Sie erneut.</translation>
    </message>
    <message>
        <source>It does not know Bluetooth Low Energy. Use an adapter with Bluetooth 4.0 or newer.</source>
        <translation>Er kennt kein Bluetooth Low Energy. Benutzen Sie einen Adapter mit Bluetooth 4.0 oder neuer.</translation>
    </message>
    <message>
        <source>This device is yours already.</source>
        <translation>Dieses Gerät gehört Ihnen schon.</translation>
    </message>
    <message>
        <source>It can be registered. %1 pays for it.</source>
        <extracomment>%1 is the maker of the device.</extracomment>
        <translation>Es kann angemeldet werden. %1 zahlt dafür.</translation>
    </message>
    <message>
        <source>It can be registered. You pay for it.</source>
        <translation>Es kann angemeldet werden. Sie zahlen dafür.</translation>
    </message>
    <message>
        <source>A device is registered to a wallet. Set one up first.</source>
        <translation>Ein Gerät wird auf eine Wallet angemeldet. Richten Sie zuerst eine ein.</translation>
    </message>
    <message>
        <source>Before a device is registered to your wallet, check that you have its recovery words.</source>
        <translation>Bevor ein Gerät auf Ihre Wallet angemeldet wird, prüfen Sie, ob Sie ihre Wiederherstellungswörter haben.</translation>
    </message>
    <message>
        <source>The wallet is locked. Registering needs its signature.</source>
        <translation>Die Wallet ist gesperrt. Das Anmelden braucht ihre Unterschrift.</translation>
    </message>
    <message>
        <source>Set up a wallet</source>
        <translation>Wallet einrichten</translation>
    </message>
    <message>
        <source>Check the recovery words</source>
        <translation>Wiederherstellungswörter prüfen</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Connected to %1</source>
        <extracomment>%1 is the name of a Wi-Fi network.</extracomment>
        <translation>Verbunden mit %1</translation>
    </message>
    <message>
        <source>Online by cable</source>
        <translation>Über Kabel online</translation>
    </message>
    <message>
        <source>Not online yet. Choose a Wi-Fi network, or plug in a network cable.</source>
        <translation>Noch nicht online. Wählen Sie ein WLAN, oder stecken Sie ein Netzwerkkabel ein.</translation>
    </message>
    <message>
        <source>One cell, about %1 across, %2 from your pin</source>
        <extracomment>About the cell of the map a place falls into; both are distances, for instance &quot;19 m&quot;.</extracomment>
        <translation>Eine Zelle, etwa %1 breit, %2 von Ihrer Nadel</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <extracomment>Limits of an antenna&apos;s gain.</extracomment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Not registered yet</source>
        <translation>Noch nicht angemeldet</translation>
    </message>
    <message>
        <source>Registering was interrupted</source>
        <translation>Das Anmelden wurde unterbrochen</translation>
    </message>
    <message>
        <source>Find it</source>
        <translation>Finden</translation>
    </message>
    <message>
        <source>Check it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Internet</source>
        <translation>Internet</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Review and register</source>
        <translation>Prüfen und anmelden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Seen over Bluetooth</source>
        <translation>Über Bluetooth gesehen</translation>
    </message>
    <message>
        <source>Who is it, can it join?</source>
        <translation>Wer ist es, kann es teilnehmen?</translation>
    </message>
    <message>
        <source>How does it get online?</source>
        <translation>Wie kommt es online?</translation>
    </message>
    <message>
        <source>Where does it stand?</source>
        <translation>Wo steht es?</translation>
    </message>
    <message>
        <source>Cost, then confirm</source>
        <translation>Kosten, dann bestätigen</translation>
    </message>
    <message>
        <source>Beside this computer</source>
        <translation>Neben diesem Rechner</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwortet</translation>
    </message>
    <message>
        <source>Answers, firmware %1</source>
        <translation>Antwortet, Firmware %1</translation>
    </message>
    <message>
        <source>Not online yet</source>
        <translation>Noch nicht online</translation>
    </message>
    <message>
        <source>Registered</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <extracomment>%1 the name under which a device advertises itself, %2 its network.</extracomment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Device without a name</source>
        <translation>Gerät ohne Namen</translation>
    </message>
    <message>
        <source>Asking the device who it is</source>
        <translation>Das Gerät wird gefragt, wer es ist</translation>
    </message>
    <message>
        <source>Asking %1 and the network about it</source>
        <extracomment>%1 is a device&apos;s name.</extracomment>
        <translation>%1 und das Netz werden dazu gefragt</translation>
    </message>
    <message>
        <source>This device does not say.</source>
        <translation>Dieses Gerät sagt es nicht.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Maker</source>
        <translation>Hersteller</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>Serial number</source>
        <translation>Seriennummer</translation>
    </message>
    <message>
        <source>Device key</source>
        <translation>Geräteschlüssel</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>paid by %1</source>
        <extracomment>%1 is who pays, for instance the maker of a device.</extracomment>
        <translation>bezahlt von %1</translation>
    </message>
    <message>
        <source>Your wallet holds %1 for network fees.</source>
        <extracomment>%1 is an amount of money.</extracomment>
        <translation>Ihre Wallet hält %1 für Netzgebühren.</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <extracomment>%1 is a list of amounts, for instance &quot;0.01 SOL&quot;.</extracomment>
        <translation>%1 fehlen</translation>
    </message>
    <message>
        <source>Asking the device for the networks it sees</source>
        <translation>Das Gerät wird nach den Netzen gefragt, die es sieht</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>A name that is not text, shown as its bytes</source>
        <translation>Ein Name, der kein Text ist, als seine Bytes gezeigt</translation>
    </message>
    <message>
        <source>Known to the device</source>
        <translation>Dem Gerät bekannt</translation>
    </message>
    <message>
        <source>The device joins %1; this usually takes 10 to 20 seconds</source>
        <extracomment>%1 is the name of a Wi-Fi network.</extracomment>
        <translation>Das Gerät tritt %1 bei; das dauert meist 10 bis 20 Sekunden</translation>
    </message>
    <message>
        <source>Type a number from %1.</source>
        <extracomment>%1 is a range, for instance &quot;1.0 to 15.0&quot;.</extracomment>
        <translation>Geben Sie eine Zahl von %1 ein.</translation>
    </message>
    <message>
        <source>Type whole metres, 0 to %1.</source>
        <translation>Geben Sie ganze Meter ein, 0 bis %1.</translation>
    </message>
    <message>
        <source>Working out the cost</source>
        <translation>Kosten werden ermittelt</translation>
    </message>
    <message>
        <source>%1 is registered to your wallet %2.</source>
        <extracomment>%1 a device&apos;s name, %2 an address.</extracomment>
        <translation>%1 wird auf Ihre Wallet %2 angemeldet.</translation>
    </message>
    <message>
        <source>Its place becomes %1, rounded to one cell.</source>
        <extracomment>%1 are coordinates.</extracomment>
        <translation>Sein Standort wird %1, auf eine Zelle gerundet.</translation>
    </message>
    <message>
        <source>%1 pays; your key signs nothing that takes money from you.</source>
        <extracomment>%1 is the maker of a device.</extracomment>
        <translation>%1 zahlt; Ihr Schlüssel unterschreibt nichts, was Ihnen Geld nimmt.</translation>
    </message>
    <message>
        <source>Each transaction is read and tried out before your key signs it.</source>
        <translation>Jede Transaktion wird gelesen und probiert, bevor Ihr Schlüssel sie unterschreibt.</translation>
    </message>
    <message>
        <source>The device is not online. It is registered all the same, and earns once it is.</source>
        <translation>Das Gerät ist nicht online. Es wird trotzdem angemeldet und verdient, sobald es das ist.</translation>
    </message>
    <message>
        <source>Registering</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Reading it back from the network</source>
        <translation>Wird vom Netz zurückgelesen</translation>
    </message>
    <message>
        <source>The network&apos;s directory does not list it yet.</source>
        <translation>Das Verzeichnis des Netzes führt es noch nicht.</translation>
    </message>
    <message>
        <source>Place on the network</source>
        <translation>Standort im Netz</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>From your pin</source>
        <translation>Von Ihrer Nadel</translation>
    </message>
    <message>
        <source>Being registered now</source>
        <translation>Wird gerade angemeldet</translation>
    </message>
</context>
</TS>
