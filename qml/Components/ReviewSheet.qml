// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound
import QtQuick
import Outpost.Controls

// The review before a signature, as a sheet. The confirm button names the act and the amount ("Collect €23.39").
// accepted() and rejected() are the dialog's own signals; a refusal takes the confirm button away.
Dialog {
    id: root

    property alias receiveTitle: body.receiveTitle
    property alias receiveTotal: body.receiveTotal
    property alias receives: body.receives
    property alias receiveModel: body.receiveModel
    property alias payTitle: body.payTitle
    property alias payTotal: body.payTotal
    property alias pays: body.pays
    property alias payModel: body.payModel
    property alias unknownReason: body.unknownReason
    property alias summary: body.summary
    property alias sentencesTitle: body.sentencesTitle
    property alias sentencesModel: body.sentencesModel
    property alias detailsText: body.detailsText
    property alias leftOut: body.leftOut
    property alias warning: body.warning
    property alias refusal: body.refusal
    property alias refusalAction: body.refusalAction

    signal detailsRequested
    signal refusalActionRequested

    //: Below the title of a review before signing.
    subtitle: qsTr("Nothing has been sent yet. Read it, then confirm.")
    confirmEnabled: root.refusal === ""

    contentItem: ScrollArea {
        accessibleName: root.title
        barOffset: 16
        implicitHeight: body.implicitHeight

        ReviewBody {
            id: body

            width: parent.width
            onDetailsRequested: root.detailsRequested()
            onRefusalActionRequested: root.refusalActionRequested()
        }
    }
}
