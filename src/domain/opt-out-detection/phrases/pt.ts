import type { Wording } from '../wording.ts';

/** Portuguese, as written in Brazil and Portugal. */
export const pt: Wording = {
  language: 'pt',
  words: {
    stop: `parem|pare|parar|parem ja|deixem|deixe|deixar|deixa|cessem|cesse|chega|evitem|evite|
      parem logo|
      pare ja|para|favor parar|querem parar`,
    reaching: `ligar|telefonar|chamar|mandar|enviar|escrever|incomodar|contatar|contactar|
      perturbar|
      importunar|encher|me ligar|me mandar|me enviar|me incomodar|me perturbar|me contatar|
      me contactar|
      me escrever|me encher|nos ligar|me procurar|me cobrar|me assediar|ligacoes|mensagens|
      me chamar|
      insistir|ficar ligando|ficar mandando|ficar me ligando|assediar|nos incomodar|spam`,
    imp: `ligue|liguem|ligues|liga|mande|mandem|envie|enviem|escreva|escrevam|contate|contatem|
      contacte|
      contactem|chame|chamem|incomode|incomodem|perturbe|perturbem|procure|procurem|telefone|
      telefonem|
      cobrem|ligar|mandar|enviar|escrever|contatar|contactar|incomodar|perturbar|insistam|fiquem`,
    noun: `ligacoes|ligacao|chamadas?|telefonemas?|mensagens|mensagem|msgs?|sms|emails?|e mails?|
      cartas?|contatos?|contactos?|whatsapp|torpedos|avisos|notificacoes|zap`,
    drop: `tire|tirem|tira|remova|removam|retire|retirem|exclua|excluam|apague|apaguem|delete|
      deletem|
      eliminem|elimine|remover|retirar|excluir|apagar|risquem|esqueca|esquecam|descadastrem|
      descadastre`,
  },
  keywords: {
    optOut: `parar | pare | parem | sair | cancelar | cancela | remover | descadastrar | stop | cancele |
      chega |
      cancelar inscricao | descadastre | retirar | nao quero mais | excluir | descadastrem |
      basta | para | para ja | suspender | suspenda | suspendam | interromper | interrompa | interrompam |
      desinscrever | desinscreva | bloquear | bloqueie | anular | anular subscricao | encerrar | encerre |
      parem ja | terminar | desista | desistam | cesse | cessem | me tira | me tirem | chega ja`,
    optIn: 'iniciar | comecar | voltar | retomar | inscrever',
    help: 'ajuda | informacoes',
  },
  courtesy: `por favor porfavor pfv pf obrigado obrigada ja agora ok ola oi bom dia boa tarde
  senhor
    senhora imediatamente favor gentileza quero desejo`,
  sure: `
    (?:<stop>) (?:ja |logo |por favor |imediatamente |agora |favor )?(?:de |com |as |os |essas |
      esses |
      estas |estes |suas |seus |tantas |tantos |o |a |me |nos ){0,4}(?:<reaching>|<noun>|assedio)
    (?:nao|nunca|jamais) (?:me|nos) (?:<imp>)(?: mais| nunca| jamais| de novo| outra vez| por|
      para| nesse|
      neste|(?= [.?]|$))
    (?:nao|nunca|jamais) (?:me )?(?:<imp>) (?:para mim |pra mim |me |nos )?(?:mais|nunca mais|
      de novo)
    nunca mais (?:me |nos )?(?:<imp>)
    (?:nao|nunca) (?:voltem? a |tornem? a )(?:<reaching>)
    (?:nao|nem) (?:quero|desejo|gostaria|autorizo|aceito|queremos|permito|
      tenho interesse em) (?:mais |
      receber |que |ser |ter |de |me |suas |seus |nenhum |nenhuma |essas |esses |voces |
      continuar |
      a |recebendo |qualquer |falar |voltem a ){0,6}(?:<noun>|<imp>|<reaching>|contatad_|
      contactad_|
      incomodad_|perturbad_|com voces|liguem)
    (?:<drop>) (?:o |a |os |as |me |meu |meus |minha |este |esse |por favor |do |da |meu numero |
      cadastro ){0,3}(?:numero|nome|dados|telefone|cadastro|contato|contacto|celular|telemovel|
      email|
      lista|sistema|base)
    (?:me )(?:<drop>)(?: _){0,3}
    (?:tirem|tire|removam|remova|retirem|excluam) me ~(?:lista|sistema|base|cadastro)
    (?:nao quero |nem )?mais (?:nenhuma |nenhum )(?:<noun>)
    chega (?:de|com) (?:_ ){0,2}(?:<noun>|<reaching>|assedio)
    (?:me )?(?:deixem?|deixa)(?: me| nos)? (?:em paz|sossegad_|quiet_|tranquil_)
    sem (?:mais )(?:<noun>)
    (?:revogo|retiro|cancelo) (?:o |meu |a |minha |todo |qualquer )*(?:consentimento|autorizacao|
      permissao)
    (?:ja )?(?:pedi|falei|disse|avisei|solicitei) (?:para |pra |que |a voces ){0,3}(?:parar|parem|
      nao|
      pararem|deixarem|nao ligarem|pare)
    (?:quero|solicito|peco|exijo|gostaria de) (?:que )?(?:parem|me descadastrar|cancelar|sair|
      parar|
      o cancelamento) (?:de |da |do |das |as |com )?(?:_ )?(?:lista|mensagens|ligacoes|contatos?|
      reaching|ligar|mandar|incomodar|recebimento|envio|sms)
    (?:percam|perca|esquecam|esqueca) (?:o )?(?:meu|este|esse) (?:numero|telefone)
    nao (?:ligar|contatar|contactar|incomodar|perturbar)
  `,
  unsure: `
    (?:pare|parem|chega|basta|ja chega)(?: ja| por favor| com isso| logo| disso)*(?= [.?]|$)
    (?:por que|porque|pq) (?:voces |vcs |vc )?(?:_ ){0,2}(?:continuam|ligam|ligando|mandam|
      insistem|
      nao param|ficam)(?: _)?
    (?:voces|vcs|vc) (?:nao param|continuam|ficam|vivem|so ficam|nao param de)(?: _){0,3}
    (?:cansad_|cheio|cheia|farto|farta|saco cheio|fartos) (?:de|com|dessas|desses|das|dos|destas|
      destes) (?:_ ){0,3}(?:<noun>|<reaching>|voces|telefonarem|ligarem)
    (?:isso|isto) (?:ja )?(?:e|virou) (?:um )?(?:assedio|perseguicao|perturbacao)
    (?:e|um) assedio
    nao (?:me|nos) (?:<imp>)
    se (?:me )?(?:ligarem|mandarem|continuarem)(?: _){0,3}
    (?:so|somente|apenas) (?:por|via) (?:escrito|email|e mail|carta)
    (?:vou |irei )(?:bloquear|bloquea los|denunciar voces)
    nao tenho interesse
    (?:vao|vai) (?:a merda|se foder|se danar|pro inferno)
    nao para_? de (?:<reaching>)
  `,
  lookAlikes: `
    para (?:o|a|os|as|que|mim|eu|voce|voces|pagar|_ar|_er|_ir|quem|fazer|hoje|amanha|segunda|
      sexta|
      meu|minha|isso|onde|este|esse|ser|saber|ver|nos|dia|depois|todos)(?: _)?
    (?:cancelar|cancele|cancelem|cancelei|quitar|parar) (?:o |a |meu |minha |os |as |
      de )*(?:debito|boleto|
      acordo|cartao|conta|plano|consulta|pagamento|divida|contrato|compra|fumar|trabalhar|juros|
      multa|
      seguro|parcelamento|cobranca de juros)(?: _)?
    (?:sair|saindo|sai) (?:do|da|de|com|para|mais|hoje|amanha|cedo|agora)(?: _)?
    (?:vou|posso|preciso|tenho que|tive que|para|consigo|ao|de|antes de|so) (?:_ )?(?:sair|parar|
      cancelar|
      remover|retirar|parar de)(?: _)?
    (?:nao|nunca) (?:paro|parei|consigo parar|vou parar|posso parar)(?: _){0,3}
    (?:responda|envie|mande|digite|responde) (?:com |a palavra )?(?:sair|parar|stop|cancelar|
      pare)(?: ~)?
    (?:nao|nunca) (?:me )?(?:ligaram|mandaram|enviaram|chegou|liga|recebi)(?: _)?
    deix(?:ar|e|o|ei|em) (?:para|pra|de pagar|pago|um recado|recado|mensagem)(?: _)?
  `,
  doubts: 'se|quando|ele|ela|meu marido|minha esposa|nunca|caso|como|assim que',
  onlyThen: `
    (?:nao|nunca) (?:me |nos )?(?:<imp>) (?:_ ){0,3}(?:no trabalho|para o trabalho|pro trabalho|
      no meu trabalho|a noite|de noite|hoje|agora|amanha|antes|depois|aos domingos|no domingo|
      aos sabados|
      no fim|de manha|tao cedo|tao tarde|cedo|tarde|durante|enquanto|quando|no servico|ao fim|
      entre|
      no horario|neste momento|esta semana|essa semana)_?(?: _){0,4}
    (?:ligue|liguem|me ligue|me liguem|contacte me|ligar) (?:so |somente |apenas )?(?:amanha|
      mais tarde|
      depois|antes|segunda|terca|a tarde|na segunda|na proxima|semana que)(?: _){0,3}
  `,
  media: {
    phone_call: `ligar|telefonar|ligue|liguem|ligues|ligacoes|ligacao|chamadas?|telefonemas?|
      telefone|
      telefonem|ligando|ligarem|me ligar`,
    sms: 'sms|mensagens|mensagem|msgs?|torpedos',
    email: 'emails?|e mails?',
    letter: 'cartas?',
    messaging: 'whatsapp|zap',
  },
  here: `este numero|esse numero|numero|lista|sistema|base|cadastro|meu telefone|meu celular|
    meu email|
    nesse|neste|telemovel`,
  everything: `incomod_|perturb_|contat_|contact_|em paz|sossegad_|procur_|cobrar|assedi_|
    importunar|
    com voces|encher|tranquil_|insist_`,
  also: {
    deceased: `
      (?:ja )?(?:faleceu|falecido|falecida|faleceram)
      (?:ele|ela|marido|esposo|esposa|mulher|pai|mae|filho|filha|irmao|irma|senhor|senhora)(?: ja)? morreu
      (?:esta|ja e) mort[oa]
      (?:certidao|atestado) de obito
      (?:defunto|defunta)
    `,
    cease: `
      (?:me )?recuso(?: me)? a pagar
      nao (?:vou|irei|pretendo) (?:lhes |te |mais )?pagar
      nao pagarei
      (?:cessem|parem) (?:todo|toda|qualquer) _
      nao me (?:contatem|contactem|procurem) (?:mais|nunca mais)
    `,
    dispute: `
      nao (?:e|era) (?:minha|meu)(?: divida)?
      nao (?:lhes |te )?(?:devo|devemos)
      (?:contesto|nao reconheco|disputo)
      (?:roubo|fraude) de identidade
      (?:e|uma) (?:fraude|golpe|burla)
    `,
    attorney:
      '(?:meu|minha|nosso|com o meu) advogad_\n(?<!nao )(?:tenho|temos) (?:um |uma )?advogad_',
    bankruptcy: 'falencia\ninsolvencia\nsuperendividamento',
    minor: `
      (?:eu )?(?:tenho|tem) (?:so |apenas )?(?:[6-9]|1[0-7]) anos
      (?:sou|e) (?:de )?menor(?: de idade)?
    `,
    health: `
      (?:no|num|ao|do) hospital
      (?:internad_|hospitalizad_)
      (?:estou|esta|ando) (?:muito )?doente
      (?:tenho|tem|com) (?:cancer|cancro|depressao)
    `,
    wrong_person: `
      (?:numero|pessoa|telefone) errad_
      (?:e |foi |por )?engano
      nao (?:sou|e) (?:essa|esta|a|o|esse|ele|ela) (?:pessoa|_)
      nao conheco (?:essa|esta|ninguem|nenhum|nenhuma|esse|a|o)(?: _)?
      nao mora (?:aqui|mais)
    `,
  },
  fix: 'ligar liguem parem mensagens mandar cancelar numero incomodar descadastrar',
  leave: `ligam ligas ligou legar lugar pagar mensagem mandam cancela numeros param parei perem
  jogar
    parece ligado negar`,
};
