<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AddressesStep</name>
    <message numerus="yes">
        <source>Show %n more address(es)</source>
        <translation>
            <numerusform>Show %n more address</numerusform>
            <numerusform>Show %n more addresses</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DeviceMap</name>
    <message numerus="yes">
        <source>%n device(s) on the map</source>
        <extracomment>Said by a screen reader about a map.</extracomment>
        <translation>
            <numerusform>%n device on the map</numerusform>
            <numerusform>%n devices on the map</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DevicesScreen</name>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Phrase</name>
    <message numerus="yes">
        <source>Collect from %n device(s)</source>
        <translation>
            <numerusform>Collect from %n device</numerusform>
            <numerusform>Collect from %n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Collected from %n device(s)</source>
        <translation>
            <numerusform>Collected from %n device</numerusform>
            <numerusform>Collected from %n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordsCard</name>
    <message numerus="yes">
        <source>Saved the records of %n device(s).</source>
        <translation>
            <numerusform>Saved the records of %n device.</numerusform>
            <numerusform>Saved the records of %n devices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added the records of %n device(s).</source>
        <translation>
            <numerusform>Added the records of %n device.</numerusform>
            <numerusform>Added the records of %n devices.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device month(s) of sampled earnings are in the file.</source>
        <translation>
            <numerusform>%n device month of sampled earnings is in the file.</numerusform>
            <numerusform>%n device months of sampled earnings are in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n finished operation(s) are in the file.</source>
        <translation>
            <numerusform>%n finished operation is in the file.</numerusform>
            <numerusform>%n finished operations are in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unfinished operation(s) stayed behind: only this computer may go on with them.</source>
        <translation>
            <numerusform>%n unfinished operation stayed behind: only this computer may go on with it.</numerusform>
            <numerusform>%n unfinished operations stayed behind: only this computer may go on with them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n device month(s) of sampled earnings.</source>
        <translation>
            <numerusform>Added %n device month of sampled earnings.</numerusform>
            <numerusform>Added %n device months of sampled earnings.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Added %n finished operation(s).</source>
        <translation>
            <numerusform>Added %n finished operation.</numerusform>
            <numerusform>Added %n finished operations.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n device month(s) of sampled earnings differ: what was here stayed.</source>
        <translation>
            <numerusform>%n device month of sampled earnings differs: what was here stayed.</numerusform>
            <numerusform>%n device months of sampled earnings differ: what was here stayed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreStep</name>
    <message numerus="yes">
        <source>%n word(s) so far</source>
        <translation>
            <numerusform>%n word so far</numerusform>
            <numerusform>%n words so far</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>outpost::app::AddressViewModel</name>
    <message numerus="yes">
        <source>%n place(s) from %1</source>
        <extracomment>How many places an address may mean; %1 the host that says so.</extracomment>
        <translation>
            <numerusform>%n place from %1</numerusform>
            <numerusform>%n places from %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>outpost::app::CollectViewModel</name>
    <message numerus="yes">
        <source>%1 (%n times)</source>
        <extracomment>A sentence and how often it is signed.</extracomment>
        <translation>
            <numerusform>%1 (%n time)</numerusform>
            <numerusform>%1 (%n times)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more device(s) are left out.</source>
        <translation>
            <numerusform>%n more device is left out.</numerusform>
            <numerusform>%n more devices are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n like it for other devices</source>
        <extracomment>A sentence, and how many others of its kind are signed with it.</extracomment>
        <translation>
            <numerusform>%1, and %n like it for another device</numerusform>
            <numerusform>%1, and %n like it for other devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>outpost::app::DeviceViewModel</name>
    <message numerus="yes">
        <source>%n of your devices stand(s) within 300 m.</source>
        <translation>
            <numerusform>%n of your devices stands within 300 m.</numerusform>
            <numerusform>%n of your devices stand within 300 m.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>outpost::app::EarningsViewModel</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n line(s).</source>
        <translation>
            <numerusform>Saved %n line.</numerusform>
            <numerusform>Saved %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>outpost::app::FirstRunViewModel</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>outpost::app::HomeViewModel</name>
    <message numerus="yes">
        <source>%n device(s)</source>
        <extracomment>Title of a map. %n counts devices.</extracomment>
        <translation>
            <numerusform>%n device</numerusform>
            <numerusform>%n devices</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in %n place(s)</source>
        <extracomment>%1 for example &quot;10 devices&quot;; %n counts places.</extracomment>
        <translation>
            <numerusform>%1 in %n place</numerusform>
            <numerusform>%1 in %n places</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Costs about %1: network fees and %n one-time deposit(s).</source>
        <translation>
            <numerusform>Costs about %1: network fees and %n one-time deposit.</numerusform>
            <numerusform>Costs about %1: network fees and %n one-time deposits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>outpost::app::MapViewModel</name>
    <message numerus="yes">
        <source>%n device(s) without a place</source>
        <translation>
            <numerusform>%n device without a place</numerusform>
            <numerusform>%n devices without a place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>outpost::app::WizardViewModel</name>
    <message numerus="yes">
        <source>%n of your devices stand(s) within 300 m.</source>
        <translation>
            <numerusform>%n of your devices stands within 300 m.</numerusform>
            <numerusform>%n of your devices stand within 300 m.</numerusform>
        </translation>
    </message>
</context>
</TS>
